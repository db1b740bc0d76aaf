using System.Globalization;
using CsrGraph.LoadProbe;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

/// <summary>One store for the whole class: every test only reads it.</summary>
public sealed class MadeStore : IAsyncLifetime
{
    public const int Claims = 20_000;

    private readonly StoreFolder folder = new();

    public SqliteGraphStore Store { get; private set; } = null!;

    public MadeGraph Graph { get; } = new(Claims);

    public AsOf Now { get; } = new(1);

    public async ValueTask InitializeAsync()
    {
        Store = await folder.OpenAsync();
        await StoreFolder.LoadAsync(Store, Claims);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Dispose();
    }
}

public sealed class StatementCountSpecs(MadeStore made) : IClassFixture<MadeStore>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SqliteGraphStore Store => made.Store;

    [Fact]
    public Task Entities_by_id() => SameForAnyNumber(1, async n => (await Store.EntitiesAsync(Organisations(n), made.Now, Cancellation)).Count(e => e is not null));

    [Fact]
    public Task Found_entities() => SameForAnyNumber(2, async n =>
        (await Store.FindAsync([new FindRequest { Kinds = ["ORGANISATION"], Page = new PageRequest(n), WantsTotal = true }], made.Now, Cancellation))[0].Rows.Count);

    [Fact]
    public Task Relations_with_their_far_entities_and_totals() => SameForAnyNumber(2, async n =>
        (await Store.RelationsAsync([Attended(Organisations(n), first: 3, totals: true)], made.Now, Cancellation))[0].Count(p => p is { Rows.Count: 3, EdgeTotal: 20 }));

    [Fact]
    public Task Relations_that_go_on_after_a_place() => SameForAnyNumber(2, async n =>
    {
        var place = new Position([730_000L, 0L], made.Graph.Claim(0).Id.ToString());
        return (await Store.RelationsAsync([Attended(Organisations(n), first: 3, after: place)], made.Now, Cancellation))[0].Count(p => p.Rows.Count == 3);
    });

    [Fact]
    public Task Requests_that_differ_in_their_anchors_alone() => SameForAnyNumber(1, async n =>
        (await Store.RelationsAsync([.. Organisations(n).Select(o => Attended([o], first: 2))], made.Now, Cancellation)).Count(p => p is [{ Rows.Count: 2 }]));

    [Fact]
    public Task Documents_of_entities() => SameForAnyNumber(1, async n =>
        (await Store.RelationsAsync([Attended(Organisations(n), first: 2) with { Of = RelationAnchors.DocumentsOf }], made.Now, Cancellation))[0].Count(p => p.Rows.Count == 2));

    [Fact]
    public Task Claims_by_subject() => SameForAnyNumber(1, async n => (await Store.ClaimsAsync(
        [new ClaimRequest { By = ClaimsBy.Subject, Anchors = Organisations(n), Page = new PageRequest(5) }], made.Now, Cancellation))[0].Count(p => p.Rows.Count == 5));

    [Fact]
    public Task Claims_by_id() => SameForAnyNumber(1, async n =>
    {
        string[] ids = [.. Enumerable.Range(0, n).Select(i => made.Graph.Claim(i).Id.ToString())];
        return (await Store.ClaimsAsync([new ClaimRequest { By = ClaimsBy.Id, Anchors = ids, Page = PageRequest.All }], made.Now, Cancellation))[0].Count(p => p.Rows.Count == 1);
    });

    [Fact]
    public Task Evidence_with_its_documents() => SameForAnyNumber(1, async n => (await Store.EvidenceAsync(
        [new EvidenceRequest([.. Enumerable.Range(0, n).Select(i => made.Graph.Claim(i).Id)], 3)], made.Now, Cancellation))[0].Count(e => e.Count == 1));

    [Fact]
    public Task Search_hits() => SameForAnyNumber(7, async n =>
        (await Store.SearchAsync([new SearchRequest("协会", ["ORGANISATION"], new PageRequest(n), WantsTotal: true)], made.Now, Cancellation))[0].Rows.Count);

    private string[] Organisations(int count) => [.. Enumerable.Range(0, count).Select(made.Graph.Organisation)];

    private static RelationRequest Attended(string[] anchors, int first, bool totals = false, Position? after = null) => new()
    {
        Anchors = anchors,
        Relation = new RelationKey(MadeGraph.Type, RelationEnd.Subject),
        Page = new PageRequest(first, after),
        WantsTotals = totals,
    };

    /// <summary>Asks for 10 and for 1 000; each has to come back, for this number of statements.</summary>
    private async Task SameForAnyNumber(int statements, Func<int, Task<int>> ask)
    {
        foreach (var number in (int[])[10, 1_000])
        {
            var before = Store.StatementsExecuted;
            Assert.Equal(number, await ask(number));
            Assert.Equal(
                string.Create(CultureInfo.InvariantCulture, $"{number}: {statements}"),
                string.Create(CultureInfo.InvariantCulture, $"{number}: {Store.StatementsExecuted - before}"));
        }
    }
}
