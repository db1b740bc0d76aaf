using CsrGraph.Model;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.StoreTests.Harness;

/// <summary>One store with what was applied to it, and short ways to ask it one thing.</summary>
internal sealed class GraphUnderTest : IAsyncDisposable
{
    /// <summary>When the first change-set is applied; the others follow a day apart.</summary>
    public static readonly DateTimeOffset Begin = new(2025, 1, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder;

    private GraphUnderTest(IGraphStore store, DirectoryInfo folder) => (Store, this.folder) = (store, folder);

    public IGraphStore Store { get; }

    public long Head { get; private set; }

    public AsOf Now => new(Head);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<GraphUnderTest> EmptyAsync(string store)
    {
        var folder = Directory.CreateTempSubdirectory("csrgraph-store-");
        return new GraphUnderTest(await TestedStores.Named(store).OpenAsync(folder.FullName, Cancellation), folder);
    }

    /// <summary>A store that the test has made, and that is empty; it is disposed of with this.</summary>
    public static GraphUnderTest Of(IGraphStore store) => new(store, Directory.CreateTempSubdirectory("csrgraph-store-"));

    public static async Task<GraphUnderTest> SampleAsync(string store)
    {
        var graph = await EmptyAsync(store);
        await graph.ApplyAsync([.. Sample.Changes]);
        return graph;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Applies changes as the next change-set, a day after the one before.</summary>
    public async Task<ChangeSet> ApplyAsync(params Change[] changes)
    {
        var applied = await Store.ApplyAsync(Next(), changes.ToAsyncEnumerable(), Cancellation);
        Head = applied.Number;
        return applied;
    }

    /// <summary>Applies changes beside what the test does, and leaves the head that it asks at.</summary>
    public Task<ChangeSet> ApplyAsideAsync(IAsyncEnumerable<Change> changes) =>
        Task.Run(() => Store.ApplyAsync(Next(), changes, Cancellation), Cancellation);

    public NewChangeSet Next() => new(Head, Begin.AddDays(Head), "Ann", $"load {Head + 1}", $"hash {Head + 1}");

    public async Task<Entity?> EntityAsync(string id, AsOf? asOf = null) =>
        Assert.Single(await Store.EntitiesAsync([id], asOf ?? Now, Cancellation));

    public async Task<Page<EntityRow>> FindAsync(FindRequest request, AsOf? asOf = null) =>
        Assert.Single(await Store.FindAsync([request], asOf ?? Now, Cancellation));

    /// <summary>The ids of the entities of a kind that satisfy a filter, by name.</summary>
    public async Task<IEnumerable<string>> FindAsync(string kind, EntityFilter? filter, AsOf? asOf = null) =>
        Ids(await FindAsync(new FindRequest { Kinds = [kind], Filter = filter, Page = PageRequest.All }, asOf));

    public async Task<RelationPage> RelationsAsync(RelationRequest request, AsOf? asOf = null) =>
        Assert.Single(Assert.Single(await Store.RelationsAsync([request], asOf ?? Now, Cancellation)));

    public async Task<IReadOnlyList<Page<ClaimRow>>> ClaimsAsync(ClaimRequest request, AsOf? asOf = null) =>
        Assert.Single(await Store.ClaimsAsync([request], asOf ?? Now, Cancellation));

    /// <summary>The names (see <see cref="Sample"/>) of the claims of one anchor.</summary>
    public async Task<IEnumerable<string>> ClaimsAsync(ClaimsBy by, string anchor, ClaimFilter? filter = null, bool withRetracted = false, AsOf? asOf = null) =>
        Names(Assert.Single(await ClaimsAsync(
            new ClaimRequest { By = by, Anchors = [anchor], Filter = filter, Page = PageRequest.All, WithRetracted = withRetracted }, asOf)));

    public async Task<IReadOnlyList<EvidenceRow>> EvidenceAsync(Claim claim, int first = int.MaxValue, AsOf? asOf = null) =>
        Assert.Single(Assert.Single(await Store.EvidenceAsync([new EvidenceRequest([claim.Id], first)], asOf ?? Now, Cancellation)));

    public async Task<Page<SearchRow>> SearchAsync(SearchRequest request, AsOf? asOf = null) =>
        Assert.Single(await Store.SearchAsync([request], asOf ?? Now, Cancellation));

    public async Task<IEnumerable<(string Key, long Number)>> CountAsync(CountOf of, AsOf? asOf = null) =>
        Assert.Single(await Store.CountAsync([new CountRequest.Standing(of)], asOf ?? Now, Cancellation)).Rows.Select(c => (c.Key[0]!, c.Number));

    /// <summary>The groups, each as its id with line breaks as commas, and how many there are in it.</summary>
    public async Task<IEnumerable<(string Id, long Number)>> GroupsAsync(CountRequest.Grouped request, AsOf? asOf = null) =>
        Groups(Assert.Single(await Store.CountAsync([request], asOf ?? Now, Cancellation)));

    public static IEnumerable<(string Id, long Number)> Groups(Page<Group> page) =>
        page.Rows.Select(g => (string.Join(',', g.Key.Select(k => k ?? "-")), g.Number));

    public async Task<IReadOnlyList<ChangeSet>> ChangeSetsAsync(ChangeSetRequest request) =>
        Assert.Single(await Store.ChangeSetsAsync([request], Cancellation));

    public async Task<IReadOnlyList<Change>> ChangesAsync(long after, long upTo) => await Store.ChangesAsync(after, upTo, Cancellation).ToListAsync(Cancellation);

    public static IEnumerable<string> Ids(Page<EntityRow> page) => page.Rows.Select(r => r.Entity.Id.Value);

    public static IEnumerable<string> Names(Page<ClaimRow> page) => page.Rows.Select(r => Sample.NameOf(r.Claim));

    public static IEnumerable<string> Names(RelationPage page) => page.Rows.Select(r => Sample.NameOf(r.Claim!));

    public static IEnumerable<string> FarIds(RelationPage page) => page.Rows.Select(r => r.Far.Id.Value);
}
