using System.Collections.Concurrent;

namespace CsrGraph.Neo4j;

/// <summary>The statements of <c>cypher/</c>, which are embedded.</summary>
internal static class Queries
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>A statement of <c>cypher/queries</c>.</summary>
    public static string Named(string name) => Texts.GetOrAdd($"queries/{name}.cypher", Read);

    /// <summary>The names of the statements of <c>cypher/queries</c>.</summary>
    public static IReadOnlyList<string> Names() =>
    [
        .. typeof(Queries).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("queries/", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal),
    ];

    /// <summary>The statements of <c>cypher/schema</c> in their order, by name.</summary>
    public static IReadOnlyList<(string Name, string Text)> Schema() =>
    [
        .. typeof(Queries).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("schema/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(n => (Path.GetFileNameWithoutExtension(n), Texts.GetOrAdd(n, Read))),
    ];

    private static string Read(string resource)
    {
        using var stream = typeof(Queries).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the program lacks its statement {resource}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
