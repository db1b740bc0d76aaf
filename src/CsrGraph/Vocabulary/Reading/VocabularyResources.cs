namespace CsrGraph.Vocabulary.Reading;

/// <summary>The vocabulary's files inside the assembly.</summary>
internal static class VocabularyResources
{
    public static IReadOnlyList<VocabularyFile> Files() =>
        [.. typeof(VocabularyResources).Assembly.GetManifestResourceNames()
            .Select(name => (Name: name, Path: name.Replace('\\', '/')))
            .Where(resource => resource.Path.StartsWith("Vocabulary/", StringComparison.Ordinal))
            .OrderBy(resource => resource.Path, StringComparer.Ordinal)
            .Select(resource => new VocabularyFile(resource.Path, Text(resource.Name)))];

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(VocabularyResources).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
