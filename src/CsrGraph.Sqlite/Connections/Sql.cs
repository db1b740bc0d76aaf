using System.Collections.Concurrent;
using System.Text;

namespace CsrGraph.Sqlite.Connections;

/// <summary>The fixed statements and the schema, by the names of their files.</summary>
internal static class Sql
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>The text of <c>Queries/NAME.sql</c>.</summary>
    public static string Query(string name) => Texts.GetOrAdd(name, n => Read($"Queries/{n}.sql"));

    /// <summary>The same with columns in the place of <c>{0}</c>.</summary>
    public static string Query(string name, string columns) => Query(name).Replace("{0}", columns, StringComparison.Ordinal);

    /// <summary>The steps from one schema version to the next, the first first.</summary>
    public static IReadOnlyList<string> Schema { get; } =
    [
        .. typeof(Sql).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("Schema/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read),
    ];

    private static string Read(string resource)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the assembly has no {resource}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
