using CsrGraph.Generation;
using CsrGraph.Seeding;
using CsrGraph.Vocabulary;

namespace CsrGraph.Tests.Generation;

/// <summary>A made sector as a seed folder with its raw texts, gone afterwards.</summary>
internal sealed class GeneratedFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("csrgraph-made-").FullName;

    public GeneratedFolder(int entities, int claims, int seed, Edition edition = Edition.First) =>
        Writing = MadeFolder.Write(new MadeSector(new SectorSize(entities, claims, seed)), edition, Seeds, Sources, CancellationToken.None);

    public FolderWriting Writing { get; }

    public string Seeds => Path.Combine(folder, "seed");

    public string Sources => Path.Combine(folder, "sources");

    /// <summary>Reads it as a load does, every span proved.</summary>
    public SeedReading Read() => SeedFolder.Read(Seeds, VocabularyDefinition.Load(), new SeedOptions(Sources));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
