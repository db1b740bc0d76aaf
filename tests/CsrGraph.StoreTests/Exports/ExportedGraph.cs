using CsrGraph.Export;
using CsrGraph.Generation;
using CsrGraph.InMemory;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Bulk;
using CsrGraph.Seeding.Changes;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using CsrGraph.Tests;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.StoreTests.Exports;

/// <summary>A store with claims that a load could have brought, what is exported of it, and what a load makes of that.</summary>
internal sealed class ExportedGraph : IAsyncDisposable
{
    private readonly GraphUnderTest graph;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("csrgraph-export-");

    private ExportedGraph(GraphUnderTest graph) => this.graph = graph;

    public static VocabularyDefinition Vocabulary { get; } = VocabularyDefinition.Load();

    public IGraphStore Store => graph.Store;

    public string Folder => folder.FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The repository's seeds.</summary>
    public static async Task<ExportedGraph> OfSeedsAsync(string store)
    {
        var graph = await GraphUnderTest.EmptyAsync(store);
        var reading = SeedFolder.Read(Path.Combine(SharedFiles.RepositoryRoot(), "seed"), Vocabulary);
        var plan = await new LoadPlanner(graph.Store, Vocabulary).PlanAsync(reading.Graph!, prune: false, Cancellation);
        await graph.ApplyAsync([.. plan.Changes]);
        return new ExportedGraph(graph);
    }

    /// <summary>A made sector, and its corrections as a second change-set.</summary>
    public static async Task<ExportedGraph> OfSectorAsync(string store)
    {
        var graph = await GraphUnderTest.EmptyAsync(store);
        var sector = new MadeSector(new SectorSize(300, 3000, 5));
        await graph.ApplyAsync([.. sector.Changes(Vocabulary)]);
        await graph.ApplyAsync([.. sector.Corrections(Vocabulary)]);
        return new ExportedGraph(graph);
    }

    public Task<GraphExport> OpenAsync(ExportRequest request) => GraphExport.OpenAsync(Store, Vocabulary, request, Folder, Cancellation);

    /// <summary>Exports into a file.</summary>
    public async Task<string> WriteAsync(string format, ExportRequest? request = null)
    {
        Assert.True(ExportFormat.TryFind(format, out var found));
        var export = await OpenAsync(request ?? new ExportRequest());
        var path = Path.Combine(Folder, $"{Guid.NewGuid():N}.{found.Extension}");
        await using (var file = File.Create(path)) await export.WriteAsync(found, file, Cancellation);
        Assert.DoesNotContain(Directory.GetFiles(Folder), f => Path.GetExtension(f) == ".tmp");
        return path;
    }

    /// <summary>Loads a file into an empty store; whatever is wrong with it fails the test.</summary>
    public static async Task<InMemoryStore> LoadAsync(string path)
    {
        var store = new InMemoryStore();
        using var seed = BulkSeed.Read(path, Vocabulary, new SeedOptions(), new BulkOptions(Path.GetTempPath()), null, Cancellation);
        Assert.Empty(seed.Summary.Problems);
        using var plan = await new BulkPlanner(store, Vocabulary).PlanAsync(seed, prune: false, new WorkProgress(), Cancellation);
        Assert.Empty(plan.Problems);
        await store.ApplyAsync(new NewChangeSet(0, GraphUnderTest.Begin, "Ann", "again", seed.Summary.Hash), plan.ChangesAsync(new WorkProgress(), Cancellation), Cancellation);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        await graph.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
