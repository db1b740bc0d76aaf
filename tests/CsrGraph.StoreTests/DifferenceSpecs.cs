using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class DifferenceSpecs
{
    [Theory, EveryStore]
    public async Task From_nothing_it_is_all_that_stands_each_sort_by_id(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var changes = await graph.ChangesAsync(0, 1);
        Assert.Equal(
            Sample.Entities.Select(e => e.Id.Value).Order(StringComparer.Ordinal), changes.OfType<Change.EntityAdded>().Select(c => c.Entity.Id.Value));
        Assert.Equal(
            Sample.Claims.Values.OrderBy(c => c.Claim.Id).Select(c => (c.Claim, c.Order)),
            changes.OfType<Change.ClaimAdded>().Select(c => (c.Claim, c.Order)));
        Assert.Equal(Sample.Claims.Values.Select(c => c.Claim.Id).Order(), changes.OfType<Change.EvidenceAdded>().Select(c => c.Claim).Distinct());
        Assert.Equal(
            Sample.Evidence.Select(e => (Sample.Id(e.Claim), e.Evidence)).ToHashSet(),
            changes.OfType<Change.EvidenceAdded>().Select(c => (c.Claim, c.Evidence)).ToHashSet());
        Assert.Equal(["doc-a 130", "doc-a ", "doc-c 5"], changes.OfType<Change.EvidenceAdded>().Where(c => c.Claim == Sample.Id("alpha figure"))
            .Select(c => $"{c.Evidence.Document} {c.Evidence.Span?.Start}"));
        Assert.Equal(
            [typeof(Change.EntityAdded), typeof(Change.ClaimAdded), typeof(Change.EvidenceAdded)], changes.Select(c => c.GetType()).Distinct());
    }

    [Theory, EveryStore]
    public async Task Applied_to_an_empty_store_it_makes_the_same_graph(string store)
    {
        IReadOnlyList<Change> all;
        await using (var graph = await GraphUnderTest.SampleAsync(store))
        {
            await graph.ApplyAsync([.. Sample.Retracting("li spoke")]);
            await graph.ApplyAsync(
                new Change.EntityRetracted(Sample.Alpha),
                new Change.EntityAdded(Sample.Alpha with { Category = "MEDIA" }),
                new Change.ClaimReordered(Sample.Id("wang spoke"), Make.Order(3, "2024-11-11")),
                new Change.EntityRedated(new EntityId("event:fair"), PartialDate.Of("2020")));
            all = await graph.ChangesAsync(0, 3);
        }

        await using var copy = await GraphUnderTest.EmptyAsync(store);
        var applied = await copy.ApplyAsync([.. all]);
        Assert.Equal(17, applied.Added);
        AssertSame(all, await copy.ChangesAsync(0, 1));
        Assert.Equal("2020", (await copy.EntityAsync("event:fair"))?.Date?.Date);
        Assert.Equal(["wang was director", "wang spoke"], await copy.ClaimsAsync(ClaimsBy.Subject, "person:wang"));
        Assert.Equal(["org:beta"], await copy.FindAsync("ORGANISATION", new EntityFilter.CategoryIn(["COMPANY"])));
    }

    [Theory, EveryStore]
    public async Task Of_one_change_set_it_is_that_in_the_order_of_changes(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var renamed = Sample.Alpha with { Names = [Make.Full("Omega")] };
        var added = Make.Relation("org:delta", "SIGNED", "pledge:green");
        Change[] changes =
        [
            .. Sample.Retracting("li spoke"),
            new Change.EntityRetracted(Sample.Alpha),
            new Change.EntityAdded(renamed),
            new Change.ClaimAdded(added, Make.Order(4, "2018-01-01")),
            new Change.EvidenceAdded(added.Id, Make.Words("doc-b", 4)),
        ];
        await graph.ApplyAsync(changes);
        AssertSame(changes, await graph.ChangesAsync(1, 2));
    }

    [Theory, EveryStore]
    public async Task What_was_only_derived_anew_is_not_among_it(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(
            new Change.ClaimReordered(Sample.Id("wang spoke"), Make.Order(3)), new Change.EntityRedated(new EntityId("event:fair"), PartialDate.Of("2020")));
        Assert.Empty(await graph.ChangesAsync(1, 2));
    }

    [Theory, EveryStore]
    public async Task What_came_and_went_in_between_is_not_among_it(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var omega = Sample.Alpha with { Names = [Make.Full("Omega")] };
        var piece = Make.Words("doc-c", 99);
        await graph.ApplyAsync(
            [
                .. Sample.Retracting("li spoke"),
                new Change.EntityRetracted(Sample.Alpha),
                new Change.EntityAdded(omega),
                new Change.ClaimAdded(Make.Relation("org:delta", "SIGNED", "pledge:green"), Make.Order(4)),
                new Change.EvidenceAdded(Sample.Id("wang spoke"), piece),
            ]);
        await graph.ApplyAsync(
            [
                new Change.EvidenceRetracted(Sample.Id("wang spoke"), piece),
                new Change.ClaimRetracted(Make.Relation("org:delta", "SIGNED", "pledge:green")),
                new Change.EntityRetracted(omega),
                new Change.EntityAdded(Sample.Alpha),
                .. Sample.Adding("li spoke"),
            ]);
        Assert.Empty(await graph.ChangesAsync(1, 3));
        Assert.Equal((6, 6), ((await graph.ChangesAsync(1, 2)).Count, (await graph.ChangesAsync(2, 3)).Count));
    }

    [Theory, EveryStore]
    public async Task An_entity_that_is_retracted_and_added_as_it_was_has_not_changed(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(new Change.EntityRetracted(Sample.Alpha), new Change.EntityAdded(Sample.Alpha));
        Assert.Empty(await graph.ChangesAsync(1, 2));
    }

    [Theory, EveryStore]
    public async Task From_a_state_to_itself_there_is_none(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Empty(await graph.ChangesAsync(1, 1));
        Assert.Empty(await graph.ChangesAsync(0, 0));
    }

    // Entities are compared by what they say: the names within are lists.
    private static void AssertSame(IEnumerable<Change> expected, IEnumerable<Change> actual) =>
        Assert.Equal(expected, actual, (left, right) => (left, right) switch
        {
            (Change.EntityAdded a, Change.EntityAdded b) => a.Entity.SaysTheSameAs(b.Entity) && a.Entity.Date == b.Entity.Date,
            (Change.EntityRetracted a, Change.EntityRetracted b) => a.Entity.SaysTheSameAs(b.Entity) && a.Entity.Date == b.Entity.Date,
            _ => left == right,
        });
}
