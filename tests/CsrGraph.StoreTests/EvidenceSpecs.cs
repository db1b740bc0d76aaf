using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class EvidenceSpecs
{
    [Theory, EveryStore]
    public async Task Pieces_come_by_document_then_by_place_and_without_a_place_last(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var rows = await graph.EvidenceAsync(Sample.Claim("alpha figure"));
        Assert.Equal([("doc-a", 130), ("doc-a", null), ("doc-c", 5)], rows.Select(r => (r.Document.Id.Value, r.Evidence.Span?.Start)));
    }

    [Theory, EveryStore]
    public async Task Two_pieces_that_begin_together_come_by_their_end(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(
            new Change.EvidenceAdded(Sample.Id("li spoke"), Make.Words("doc-a", 80, 9)),
            new Change.EvidenceAdded(Sample.Id("li spoke"), Make.Words("doc-a", 80, 1)),
            new Change.EvidenceAdded(Sample.Id("li spoke"), Make.Words("doc-a", 9)));
        Assert.Equal(["9-11", "80-81", "80-82", "80-89"], (await graph.EvidenceAsync(Sample.Claim("li spoke"))).Select(r => r.Evidence.Span.ToString()));
    }

    [Theory, EveryStore]
    public async Task A_piece_comes_back_as_it_was_given_with_its_document(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var given = new Evidence(new EntityId("doc-a"), "“引文”😀", new Span(4, 400), Grade.Inferred, "read with the line above", Sample.Id("green roster"));
        await graph.ApplyAsync(new Change.EvidenceAdded(Sample.Id("li spoke"), given));
        var row = (await graph.EvidenceAsync(Sample.Claim("li spoke")))[0];
        Assert.Equal(given, row.Evidence);
        Assert.True(row.Document.SaysTheSameAs(Sample.FirstReport));
        Assert.Equal(Sample.FirstReport.Date, row.Document.Date);

        var note = Assert.Single(await graph.EvidenceAsync(Sample.Claim("gamma same as delta")));
        Assert.Equal(Make.Note("doc-c", "the names read alike"), note.Evidence);
    }

    [Theory, EveryStore]
    public async Task At_most_so_many_pieces_come(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(2, (await graph.EvidenceAsync(Sample.Claim("alpha figure"), 2)).Count);
        Assert.Equal("doc-a", Assert.Single(await graph.EvidenceAsync(Sample.Claim("alpha figure"), 1)).Document.Id.Value);
        Assert.Empty(await graph.EvidenceAsync(Sample.Claim("alpha figure"), 0));
    }

    [Theory, EveryStore]
    public async Task Claims_are_answered_in_their_order_and_an_unknown_one_has_none(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var answers = await graph.Store.EvidenceAsync(
            [
                new EvidenceRequest([Sample.Id("wang spoke"), new ClaimId(5), Sample.Id("gamma guided forum")]),
                new EvidenceRequest([]),
                new EvidenceRequest([Sample.Id("li spoke")], 1),
            ],
            graph.Now,
            TestContext.Current.CancellationToken);
        Assert.Equal([1, 0, 2], answers[0].Select(e => e.Count));
        Assert.Empty(answers[1]);
        Assert.Equal([1], answers[2].Select(e => e.Count));
    }

    [Theory, EveryStore]
    public async Task Only_what_stands_at_the_head_comes(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(new Change.EvidenceRetracted(Sample.Id("gamma guided forum"), Make.Words("doc-a", 5)));
        await graph.ApplyAsync(new Change.EvidenceAdded(Sample.Id("gamma guided forum"), Make.Words("doc-a", 5)));
        Assert.Equal(["doc-a", "doc-c"], await DocumentsAsync(1));
        Assert.Equal(["doc-c"], await DocumentsAsync(2));
        Assert.Equal(["doc-a", "doc-c"], await DocumentsAsync(3));
        Assert.Empty(await DocumentsAsync(0));

        async Task<IEnumerable<string>> DocumentsAsync(long head) =>
            (await graph.EvidenceAsync(Sample.Claim("gamma guided forum"), asOf: new AsOf(head))).Select(r => r.Document.Id.Value);
    }

    [Theory, EveryStore]
    public async Task A_claim_that_does_not_hold_on_the_day_or_stands_no_more_has_none(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Empty(await graph.EvidenceAsync(Sample.Claim("li spoke"), asOf: new AsOf(1, Make.Day("2024-01-01"))));
        await graph.ApplyAsync([.. Sample.Retracting("li spoke")]);
        Assert.Empty(await graph.EvidenceAsync(Sample.Claim("li spoke")));
    }
}
