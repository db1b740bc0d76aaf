using CsrGraph.Neo4j;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

/// <summary>What is asked of the far ends of relations is read along with them where that costs no more than to ask in turn.</summary>
public sealed class ReadAlongSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Neo4jOptions AsServed => Neo4jDatabase.Options! with { LeastApart = new Neo4jOptions(Neo4jDatabase.Options.Address).LeastApart };

    [Fact]
    public async Task Ends_that_differ_are_followed_once_that_is_known()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var store = await Neo4jGraphStore.OpenAsync(AsServed, Cancellation);
        await OneDatabase.ApplyAsync(store, Guests(20, i => $"person:{i}"));
        await BeginAsync(store);
        Assert.Empty(Assert.Single(await AskAsync(store, 20, 20)).Ahead);
        var page = Assert.Single(await AskAsync(store, 20, 20));
        Assert.All(Assert.Single(page.Ahead).Pages, p => Assert.Equal("event:0", Assert.Single(p!.Rows).Far.Id.Value));
    }

    [Fact]
    public async Task Ends_that_many_rows_lead_to_are_left_to_be_asked_in_turn()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var store = await Neo4jGraphStore.OpenAsync(AsServed, Cancellation);
        await OneDatabase.ApplyAsync(store, [.. Begun(20), Guest("person:one"), .. Enumerable.Range(0, 20).SelectMany(i => Came("person:one", i))]);
        await BeginAsync(store);
        for (var i = 0; i < 4; i++) Assert.All(await AskAsync(store, 20, 1), p => Assert.Empty(p.Ahead));
    }

    [Fact]
    public async Task An_end_of_more_than_a_thousand_relations_is_left_to_be_asked_in_turn()
    {
        const int Many = 1_001;
        await using var database = await OneDatabase.EmptyAsync();
        await using var store = await Neo4jGraphStore.OpenAsync(Neo4jDatabase.Options!, Cancellation);
        await OneDatabase.ApplyAsync(
            store,
            [.. Begun(Many), Guest("person:hub"), Guest("person:guest"), .. Enumerable.Range(0, Many).SelectMany(i => Came("person:hub", i)), .. Came("person:guest", 0)]);
        await BeginAsync(store);
        var page = (await AskAsync(store, 1, 2))[0];
        var read = Assert.Single(page.Ahead).Pages.Zip(page.Rows).ToDictionary(p => p.Second.Far.Id.Value, p => p.First);
        Assert.Null(read["person:hub"]);
        Assert.Single(read["person:guest"]!.Rows);
    }

    [Fact]
    public async Task An_earlier_state_is_answered_without_anything_read_along()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var store = await Neo4jGraphStore.OpenAsync(Neo4jDatabase.Options!, Cancellation);
        await OneDatabase.ApplyAsync(store, Guests(3, i => $"person:{i}"));
        await BeginAsync(store);
        Assert.NotEmpty((await AskAsync(store, 3, 3))[0].Ahead);
        await OneDatabase.ApplyAsync(store, [Guest("person:later")], 1);
        var earlier = Assert.Single((await store.RelationsAsync([Request(1)], new AsOf(1), Cancellation))[0]);
        Assert.Equal(3, earlier.Rows.Count);
        Assert.Empty(earlier.Ahead);
    }

    // The first answer tells that the plain form has all of the head.
    private static async Task BeginAsync(Neo4jGraphStore store) => await store.EntitiesAsync(["event:0"], new AsOf(1), Cancellation);

    private static async Task<IReadOnlyList<RelationPage>> AskAsync(Neo4jGraphStore store, int events, int rows)
    {
        var pages = (await store.RelationsAsync([Request(events)], new AsOf(1), Cancellation))[0];
        Assert.Equal(rows, pages.Max(p => p.Rows.Count));
        return [.. pages.Where(p => p.Rows.Count > 0)];
    }

    private static RelationRequest Request(int events) => Attendance(RelationEnd.Object, 50) with
    {
        Anchors = [.. Enumerable.Range(0, events).Select(i => $"event:{i}")],
        Ahead = [new RelationAhead("attended", Attendance(RelationEnd.Subject, 5))],
    };

    private static RelationRequest Attendance(RelationEnd anchor, int limit) => new()
    {
        Anchors = [],
        Relation = new RelationKey("ATTENDED", anchor),
        Page = new PageRequest(limit),
        FarParts = EntityParts.Heading,
        WantsClaims = false,
        WantsPlaces = false,
    };

    // Guests of the first event.
    private static Change[] Guests(int count, Func<int, string> guest) =>
    [
        .. Begun(1),
        .. Enumerable.Range(0, count).Select(i => Guest(guest(i))),
        .. Enumerable.Range(0, count).SelectMany(i => Came(guest(i), 0)),
    ];

    private static IEnumerable<Change> Begun(int events) =>
        [new Change.EntityAdded(Make.Document("doc", "Doc", null)), .. Enumerable.Range(0, events).Select(i => new Change.EntityAdded(Make.Event($"event:{i}", $"Event {i}")))];

    private static Change.EntityAdded Guest(string id) => new(Make.Person(id, id));

    private static Change[] Came(string guest, int to)
    {
        var claim = Make.Relation(guest, "ATTENDED", $"event:{to}");
        return [new Change.ClaimAdded(claim, Make.Order(0)), new Change.EvidenceAdded(claim.Id, Make.Words("doc", 1))];
    }
}
