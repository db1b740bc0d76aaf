using System.Globalization;
using System.IO.Compression;

namespace CsrGraph.Web.Ide;

/// <summary>Altair's static build, as it was taken into this assembly.</summary>
internal static class IdeArchive
{
    private const string Name = "ide.zip";

    /// <summary>False in a build without it.</summary>
    public static bool IsThere { get; } = typeof(IdeArchive).Assembly.GetManifestResourceInfo(Name) is not null;

    /// <summary>Opens it; each reader its own, since an archive is read by one at a time.</summary>
    public static ZipArchive Open() => new(Resource(Name), ZipArchiveMode.Read);

    /// <summary>What changes where a file does, for <c>ETag</c>.</summary>
    public static string Tag(ZipArchiveEntry entry) => string.Create(CultureInfo.InvariantCulture, $"\"{entry.Crc32:x8}-{entry.Length:x}\"");

    /// <summary>The questions that it opens with, the last of them in front: a name, which is the first line's, and the document.</summary>
    public static IReadOnlyList<(string Name, string Document)> Tabs()
    {
        var names = typeof(IdeArchive).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("tab/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. names.Select(Tab)];
    }

    /// <summary>Our styles for small screens.</summary>
    public static string NarrowStyles() => Text(IdePage.NarrowStyles);

    private static (string Name, string Document) Tab(string resource)
    {
        var document = Text(resource);
        return (document[..document.IndexOf('\n', StringComparison.Ordinal)].TrimStart('#', ' ').Trim(), document);
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Resource(resource));
        return reader.ReadToEnd();
    }

    private static Stream Resource(string name) =>
        typeof(IdeArchive).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the assembly has no {name}");
}
