using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class DocumentsOfSpecs
{
    [Theory, EveryStore]
    public async Task They_are_the_documents_whose_evidence_bears_a_claim_with_the_entity_at_an_end_each_once(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(Ask("org:alpha"));
        Assert.Equal(["doc-b", "doc-a", "doc-c"], GraphUnderTest.FarIds(page));
        Assert.Equal((3, 3), (page.Total, page.EdgeTotal));
        Assert.All(page.Rows, r => Assert.Null(r.Claim));
        Assert.Equal(["doc-b", "doc-a", "doc-c"], page.Rows.Select(r => r.Position.Id));
    }

    [Theory, EveryStore]
    public async Task The_entity_may_be_the_object(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(["doc-a"], GraphUnderTest.FarIds(await graph.RelationsAsync(Ask("event:fair"))));
        Assert.Equal(["doc-a"], GraphUnderTest.FarIds(await graph.RelationsAsync(Ask("person:li"))));
        Assert.Empty((await graph.RelationsAsync(Ask("pledge:blue"))).Rows);
    }

    [Theory, EveryStore]
    public async Task They_sort_by_their_own_values(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var byTitle = await graph.RelationsAsync(Ask("org:alpha") with { Sort = [new(SortBy.Name)] });
        Assert.Equal(["doc-a", "doc-b", "doc-c"], GraphUnderTest.FarIds(byTitle));
        var latest = await graph.RelationsAsync(Ask("org:alpha") with { Sort = [new(SortBy.Date, true)] });
        Assert.Equal(["doc-a", "doc-b", "doc-c"], GraphUnderTest.FarIds(latest));
        var second = await graph.RelationsAsync(Ask("org:alpha") with { Sort = [new(SortBy.Date, true)], Page = new PageRequest(1, latest.Rows[0].Position) });
        Assert.Equal(["doc-b"], GraphUnderTest.FarIds(second));
        Assert.True(second.HasNext && second.HasPrevious);
    }

    [Theory, EveryStore]
    public async Task Their_day_is_their_dates(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(
            [Make.Order(0, "2018-03-01", "2018-03-31"), Make.Order(0, "2024-11-13", "2024-11-13"), Make.Order(0)],
            (await graph.RelationsAsync(Ask("org:alpha"))).Rows.Select(r => r.Order));
    }

    [Theory, EveryStore]
    public async Task A_filter_is_on_the_document(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(Ask("org:alpha") with { Far = new EntityFilter.PropertyIn(DocumentProperty.Language, ["zh"]) });
        Assert.Equal(["doc-b", "doc-a"], GraphUnderTest.FarIds(page));
        Assert.Equal(2, page.Total);
    }

    [Theory, EveryStore]
    public async Task Only_claims_that_hold_on_the_day_lead_to_their_documents(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(["doc-a", "doc-c"], GraphUnderTest.FarIds(await graph.RelationsAsync(Ask("org:gamma"), new AsOf(1, Make.Day("2015-01-01")))));
        Assert.Equal(["doc-b", "doc-a", "doc-c"], GraphUnderTest.FarIds(await graph.RelationsAsync(Ask("org:gamma"), new AsOf(1, Make.Day("2018-01-01")))));
    }

    [Theory, EveryStore]
    public async Task Only_evidence_that_stands_counts(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(new Change.EvidenceRetracted(Sample.Id("alpha figure"), Make.Words("doc-c", 5)));
        Assert.Equal(["doc-b", "doc-a"], GraphUnderTest.FarIds(await graph.RelationsAsync(Ask("org:alpha"))));
        Assert.Equal(["doc-b", "doc-a", "doc-c"], GraphUnderTest.FarIds(await graph.RelationsAsync(Ask("org:alpha"), new AsOf(1))));
    }

    private static RelationRequest Ask(string anchor) => new()
    {
        Of = RelationAnchors.DocumentsOf,
        Anchors = [anchor],
        Relation = new RelationKey("", RelationEnd.Either),
        Page = PageRequest.All,
        WantsTotals = true,
    };
}
