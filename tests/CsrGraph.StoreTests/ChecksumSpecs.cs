using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class ChecksumSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task What_a_store_gives_back_sums_up_to_what_it_was_given_in_any_order(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var given = Sample.Changes.Reverse().Aggregate(default(StoreChecksum), (sum, change) => sum.With(change));
        Assert.Equal(given, await StoreChecksum.OfAsync(graph.Store, graph.Head, Cancellation));
        Assert.Equal(Sample.Entities.Count, given.Entities);
        Assert.Equal(Sample.Claims.Count, given.Claims);
    }

    [Theory, EveryStore]
    public async Task A_change_that_is_taken_back_leaves_the_sum_of_before(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var before = await StoreChecksum.OfAsync(graph.Store, 1, Cancellation);
        await graph.ApplyAsync(new Change.EntityAdded(Make.Person("person:new", "New")));
        await graph.ApplyAsync(new Change.EntityRetracted(Make.Person("person:new", "New")));
        Assert.NotEqual(before, await StoreChecksum.OfAsync(graph.Store, 2, Cancellation));
        Assert.Equal(before, await StoreChecksum.OfAsync(graph.Store, 3, Cancellation));
    }

    [Fact]
    public void Every_value_of_a_row_counts()
    {
        var claim = Make.Relation("org:alpha", "SIGNED", "pledge:green");
        Change[] rows =
        [
            new Change.EntityAdded(Sample.Alpha),
            new Change.EntityAdded(Sample.Alpha with { Category = null }),
            new Change.EntityAdded(Sample.Alpha with { Date = CsrGraph.Model.PartialDate.Of("2018") }),
            new Change.EntityAdded(Make.Organisation("org:alpha", "COMPANY", Make.Full("Alpha"))),
            new Change.ClaimAdded(claim, Make.Order(1)),
            new Change.ClaimAdded(claim, Make.Order(2)),
            new Change.ClaimAdded(claim, Make.Order(1, "2018-01-01")),
            new Change.ClaimAdded(claim, Make.Order(1, null, "2018-01-01")),
            new Change.ClaimAdded(Make.Relation("org:alpha", "SIGNED", "pledge:green", ("title", "x")), Make.Order(1)),
            new Change.EvidenceAdded(claim.Id, Make.Words("doc-a", 1)),
            new Change.EvidenceAdded(claim.Id, Make.Words("doc-b", 1)),
            new Change.EvidenceAdded(claim.Id, Make.Words("doc-a", 2)),
            new Change.EvidenceAdded(claim.Id, Make.Words("doc-a", 1, 3)),
            new Change.EvidenceAdded(claim.Id, Make.Words("doc-a", 1, 2, claim.Id)),
            new Change.EvidenceAdded(claim.Id, Make.Note("doc-a", "one")),
            new Change.EvidenceAdded(claim.Id, Make.Note("doc-a", "two")),
        ];
        Assert.Equal(rows.Length, rows.Select(r => default(StoreChecksum).With(r).Sum).Distinct().Count());
    }
}
