using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

/// <summary>Over the four events by date: summit, forum, fair, talk; the last two have none.</summary>
public sealed class PagingSpecs
{
    private static readonly string[] ByDate = ["event:summit", "event:forum", "event:fair", "event:talk"];

    [Theory, EveryStore]
    public async Task The_first_page_says_that_more_follow(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        AssertPage(await graph.FindAsync(Events(new PageRequest(3))), 0..3, hasNext: true, hasPrevious: false);
    }

    [Theory, EveryStore]
    public async Task A_page_that_holds_just_all_says_that_none_follow(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        AssertPage(await graph.FindAsync(Events(new PageRequest(4))), 0..4, hasNext: false, hasPrevious: false);
    }

    [Theory, EveryStore]
    public async Task Pages_follow_each_other_from_every_place_in_every_direction(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var places = (await graph.FindAsync(Events(PageRequest.All))).Rows.Select(r => r.Position).ToList();
        for (var i = 0; i < 4; i++)
        {
            AssertPage(await graph.FindAsync(Events(new PageRequest(1, After: places[i]))), (i + 1)..Math.Min(i + 2, 4), i + 2 < 4, true);
            AssertPage(await graph.FindAsync(Events(new PageRequest(9, After: places[i]))), (i + 1)..4, false, true);
            AssertPage(await graph.FindAsync(Events(new PageRequest(1, Before: places[i], FromEnd: true))), Math.Max(i - 1, 0)..i, true, i > 1);
            AssertPage(await graph.FindAsync(Events(new PageRequest(9, Before: places[i]))), 0..i, true, false);
        }
    }

    [Theory, EveryStore]
    public async Task The_last_rows_come_in_the_order_all_the_same(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        AssertPage(await graph.FindAsync(Events(new PageRequest(3, FromEnd: true))), 1..4, hasNext: false, hasPrevious: true);
    }

    [Theory, EveryStore]
    public async Task Between_two_places_the_first_or_the_last_rows_are_taken(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var places = (await graph.FindAsync(Events(PageRequest.All))).Rows.Select(r => r.Position).ToList();
        AssertPage(await graph.FindAsync(Events(new PageRequest(1, places[0], places[3]))), 1..2, hasNext: true, hasPrevious: true);
        AssertPage(await graph.FindAsync(Events(new PageRequest(1, places[0], places[3], FromEnd: true))), 2..3, hasNext: true, hasPrevious: true);
        Assert.Empty((await graph.FindAsync(Events(new PageRequest(5, places[2], places[1])))).Rows);
    }

    [Theory, EveryStore]
    public async Task A_place_need_not_be_a_rows(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var between = new Position([(long)Make.Day("2024-01-01").DayNumber], "event:gone");
        AssertPage(await graph.FindAsync(Events(new PageRequest(9, After: between))), 1..4, hasNext: false, hasPrevious: true);
        AssertPage(await graph.FindAsync(Events(new PageRequest(9, Before: between))), 0..1, hasNext: true, hasPrevious: false);
        AssertPage(await graph.FindAsync(Events(new PageRequest(9, After: new Position([null], "event:g")))), 3..4, hasNext: false, hasPrevious: true);
    }

    [Theory, EveryStore]
    public async Task A_limit_of_zero_gives_the_total_alone(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.FindAsync(Events(new PageRequest(0)) with { WantsTotal = true });
        Assert.Equal(4, page.Total);
        AssertPage(page, 0..0, hasNext: false, hasPrevious: false);
    }

    [Theory, EveryStore]
    public async Task The_total_is_of_all_rows_whatever_the_page(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var last = (await graph.FindAsync(Events(new PageRequest(1, FromEnd: true)))).Rows[0].Position;
        Assert.Equal(4, (await graph.FindAsync(Events(new PageRequest(1, After: last)) with { WantsTotal = true })).Total);
        Assert.Null((await graph.FindAsync(Events(new PageRequest(1)))).Total);
    }

    [Theory, EveryStore]
    public async Task Backwards_by_name_and_forwards_by_id_pages_do_not_lose_or_repeat_a_row(string store)
    {
        await using var graph = await GraphUnderTest.EmptyAsync(store);
        var people = Enumerable.Range(0, 23).Select(i => Make.Person($"person:p{i:00}", i % 3 == 0 ? "Same" : $"Name {i % 7}"));
        await graph.ApplyAsync([.. people.Select(p => new Change.EntityAdded(p))]);
        var request = new FindRequest { Kinds = ["PERSON"], Sort = [new(SortBy.Name, Descending: true)], Page = PageRequest.All };
        var all = GraphUnderTest.Ids(await graph.FindAsync(request)).ToList();
        Assert.Equal(23, all.Distinct().Count());
        Assert.Equal(["person:p00", "person:p03", "person:p06"], all.Take(3));

        var forwards = new List<string>();
        for (Position? after = null; ;)
        {
            var page = await graph.FindAsync(request with { Page = new PageRequest(4, After: after) });
            forwards.AddRange(GraphUnderTest.Ids(page));
            if (!page.HasNext) break;
            after = page.Rows[^1].Position;
        }

        var backwards = new List<string>();
        for (Position? before = null; ;)
        {
            var page = await graph.FindAsync(request with { Page = new PageRequest(4, Before: before, FromEnd: true) });
            backwards.InsertRange(0, GraphUnderTest.Ids(page));
            if (!page.HasPrevious) break;
            before = page.Rows[0].Position;
        }

        Assert.Equal(all, forwards);
        Assert.Equal(all, backwards);
    }

    [Theory, EveryStore]
    public async Task Relations_are_paged_for_each_anchor(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var request = new RelationRequest
        {
            Anchors = ["event:talk", "event:forum", "event:summit"],
            Relation = new RelationKey("ATTENDED", RelationEnd.Object),
            Page = new PageRequest(2),
        };
        var pages = Assert.Single(await graph.Store.RelationsAsync([request], graph.Now, TestContext.Current.CancellationToken));
        Assert.Equal([[], ["alpha chaired forum", "beta attended forum"], ["beta attended summit"]], pages.Select(GraphUnderTest.Names));
        Assert.Equal([false, true, false], pages.Select(p => p.HasNext));

        var next = await graph.RelationsAsync(request with { Anchors = ["event:forum"], Page = new PageRequest(9, After: pages[1].Rows[1].Position) });
        Assert.Equal(["delta attended forum", "alpha hosted forum"], GraphUnderTest.Names(next));
        Assert.True(next.HasPrevious);
    }

    [Theory, EveryStore]
    public async Task Claims_are_paged_from_both_ends(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var request = new ClaimRequest { By = ClaimsBy.Document, Anchors = ["doc-b"], Sort = SortTerm.Printed, Page = new PageRequest(2, FromEnd: true) };
        var last = Assert.Single(await graph.ClaimsAsync(request));
        Assert.Equal(["beta signed green", "green roster"], GraphUnderTest.Names(last));
        Assert.True(last.HasPrevious);
        var before = Assert.Single(await graph.ClaimsAsync(request with { Page = new PageRequest(2, Before: last.Rows[0].Position, FromEnd: true) }));
        Assert.Equal(["alpha signed green", "gamma signed green"], GraphUnderTest.Names(before));
        Assert.False(before.HasPrevious);
        Assert.True(before.HasNext);
    }

    private static FindRequest Events(PageRequest page) => new() { Kinds = ["EVENT"], Sort = [new(SortBy.Date)], Page = page };

    private static void AssertPage(Page<EntityRow> page, Range rows, bool hasNext, bool hasPrevious)
    {
        Assert.Equal(ByDate[rows], GraphUnderTest.Ids(page));
        Assert.Equal((hasNext, hasPrevious), (page.HasNext, page.HasPrevious));
    }
}
