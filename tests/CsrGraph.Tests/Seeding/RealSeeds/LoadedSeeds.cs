using CsrGraph.Seeding;
using CsrGraph.Seeding.Changes;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Seeding.RealSeeds;

/// <summary>The repository's own seeds, loaded into a SQLite store of their own.</summary>
internal sealed class LoadedSeeds : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("csrgraph-").FullName;

    private LoadedSeeds()
    {
    }

    public static VocabularyDefinition Terms { get; } = VocabularyDefinition.Load();

    public SqliteGraphStore Store { get; private set; } = null!;

    /// <summary>The store's file.</summary>
    public string File => Path.Combine(folder, "seeds.db");

    public static SeedGraph Read()
    {
        var reading = SeedFolder.Read(Path.Combine(SharedFiles.RepositoryRoot(), "seed"), Terms);
        Assert.Empty(reading.Problems);
        return reading.Graph!;
    }

    public static async Task<LoadedSeeds> LoadAsync()
    {
        var seeds = new LoadedSeeds();
        seeds.Store = await SqliteGraphStore.OpenAsync(seeds.File);
        Assert.NotNull(await LoadAsync(seeds.Store, Read()));
        return seeds;
    }

    /// <summary>Loads; null where nothing would change.</summary>
    public static async Task<ChangeSet?> LoadAsync(IGraphStore store, SeedGraph graph) =>
        await ApplyAsync(store, await new LoadPlanner(store, Terms).PlanAsync(graph, false, TestContext.Current.CancellationToken));

    public static async Task<ChangeSet?> ApplyAsync(IGraphStore store, ChangePlan plan)
    {
        Assert.Empty(plan.Problems);
        if (plan.IsEmpty) return null;
        return await store.ApplyAsync(
            new NewChangeSet(plan.Head, DateTimeOffset.UnixEpoch, "test", "test", "hash"), plan.Changes.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
    }

    public static async Task<List<Change>> StandingAsync(IGraphStore store, long head)
    {
        var all = new List<Change>();
        await foreach (var change in store.ChangesAsync(0, head, TestContext.Current.CancellationToken)) all.Add(change);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
