using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class ClaimSpecs
{
    [Theory, EveryStore]
    public async Task All_of_them_are_one_page(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = Assert.Single(await graph.ClaimsAsync(new ClaimRequest
        {
            By = ClaimsBy.All,
            Filter = new ClaimFilter.KindIn([ClaimKind.Roster, ClaimKind.Figure, ClaimKind.Credit]),
            Page = new PageRequest(2),
            WantsTotals = true,
        }));
        Assert.Equal(["green roster", "credit of li"], GraphUnderTest.Names(page));
        Assert.Equal(3, page.Total);
        Assert.True(page.HasNext);
        var all = Assert.Single(await graph.ClaimsAsync(new ClaimRequest { By = ClaimsBy.All, Page = new PageRequest(0), WantsTotals = true }));
        Assert.Equal(18, all.Total);
    }

    [Theory, EveryStore]
    public async Task By_id_each_anchor_has_its_page(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var pages = await graph.ClaimsAsync(new ClaimRequest
        {
            By = ClaimsBy.Id,
            Anchors = [Sample.Id("li spoke").ToString(), new ClaimId(1).ToString(), "nonsense", Sample.Id("alpha figure").ToString()],
            Page = PageRequest.All,
            WantsTotals = true,
        });
        Assert.Equal([["li spoke"], [], [], ["alpha figure"]], pages.Select(GraphUnderTest.Names));
        Assert.Equal([1L, 0L, 0L, 1L], pages.Select(p => p.Total));
    }

    [Theory, EveryStore]
    public async Task A_row_says_what_the_claim_says_and_since_when(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(new Change.ClaimReordered(Sample.Id("alpha signed green"), Make.Order(11, "2018-05-02")));
        var row = Assert.Single(Assert.Single(await graph.ClaimsAsync(
            new ClaimRequest { By = ClaimsBy.Id, Anchors = [Sample.Id("alpha signed green").ToString()], Page = PageRequest.All })).Rows);
        Assert.Equal(Sample.Claim("alpha signed green"), row.Claim);
        Assert.Equal(Make.Order(11, "2018-05-02"), row.Order);
        Assert.Equal((1L, null), (row.AddedIn, row.RetractedIn));
        Assert.Equal([(long)Make.Day("2018-05-02").DayNumber, 11L], row.Position.Values);
    }

    [Theory, EveryStore]
    public async Task By_subject(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(["wang was director", "wang spoke"], await graph.ClaimsAsync(ClaimsBy.Subject, "person:wang"));
        Assert.Equal(["credit of li"], await graph.ClaimsAsync(ClaimsBy.Subject, "doc-a"));
        Assert.Empty(await graph.ClaimsAsync(ClaimsBy.Subject, "event:forum"));
    }

    [Theory, EveryStore]
    public async Task By_either_end_a_claim_with_the_entity_at_both_comes_once(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(["li is director", "li spoke", "credit of li"], await graph.ClaimsAsync(ClaimsBy.End, "person:li"));
        await graph.ApplyAsync(new Change.ClaimAdded(Make.Relation("event:talk", "ABOUT", "event:talk"), Make.Order(1)));
        Assert.Single(await graph.ClaimsAsync(ClaimsBy.End, "event:talk"));
    }

    [Theory, EveryStore]
    public async Task By_document_a_claim_with_two_pieces_comes_once(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(
            ["beta attended summit", "gamma guided forum", "gamma same as delta", "alpha figure"], await graph.ClaimsAsync(ClaimsBy.Document, "doc-c"));
        Assert.Equal(12, (await graph.ClaimsAsync(ClaimsBy.Document, "doc-a")).Count());
        Assert.Empty(await graph.ClaimsAsync(ClaimsBy.Document, "doc-x"));
    }

    [Theory, EveryStore]
    public async Task Claims_that_do_not_hold_on_the_day_are_left_out(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var day = new AsOf(1, Make.Day("2019-01-01"));
        Assert.Equal(["wang was director"], await graph.ClaimsAsync(ClaimsBy.Subject, "person:wang", asOf: day));
        Assert.Equal(["gamma same as delta", "alpha figure"], await graph.ClaimsAsync(ClaimsBy.Document, "doc-c", asOf: day));
        Assert.Empty(await graph.ClaimsAsync(ClaimsBy.Id, Sample.Id("li spoke").ToString(), asOf: day));
    }

    [Theory, EveryStore]
    public async Task Several_requests_are_answered_in_their_order(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var answers = await graph.Store.ClaimsAsync(
            [
                new ClaimRequest { By = ClaimsBy.Subject, Anchors = ["doc-a", "doc-b"], Page = PageRequest.All },
                new ClaimRequest { By = ClaimsBy.All, Filter = new ClaimFilter.TypeIn(["GUIDED"]), Page = PageRequest.All },
                new ClaimRequest { By = ClaimsBy.End, Anchors = [], Page = PageRequest.All },
            ],
            graph.Now,
            TestContext.Current.CancellationToken);
        Assert.Equal([["credit of li"], []], answers[0].Select(GraphUnderTest.Names));
        Assert.Equal([["gamma guided forum"]], answers[1].Select(GraphUnderTest.Names));
        Assert.Empty(answers[2]);
    }
}
