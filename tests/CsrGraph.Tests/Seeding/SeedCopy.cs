using CsrGraph.Seeding;
using CsrGraph.Vocabulary;

namespace CsrGraph.Tests.Seeding;

/// <summary>The seeds of this repository, and copies of them that a test may break.</summary>
internal sealed class SeedCopy : IDisposable
{
    private static readonly VocabularyDefinition BuiltIn = VocabularyDefinition.Load();
    private readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("csrgraph-real-");

    public SeedCopy()
    {
        foreach (var file in Files) Write(file, Text(file));
    }

    public static string Folder => Path.Combine(SharedFiles.RepositoryRoot(), "seed");

    /// <summary>Every YAML file, relative to the folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static SeedReading ReadWhole() => SeedFolder.Read(Folder, BuiltIn, new SeedOptions(SharedFiles.Path("sources")));

    public void Write(string file, string text)
    {
        var path = Path.Combine(copy.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public SeedReading Read() => SeedFolder.Read(copy.FullName, BuiltIn, new SeedOptions(SharedFiles.Path("sources")));

    public void Dispose() => copy.Delete(recursive: true);
}
