using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class TimeTravelSpecs
{
    [Theory, EveryStore]
    public async Task After_load_rollback_and_load_each_head_answers_as_it_did(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var renamed = Sample.Alpha with { Names = [Make.Full("Omega")] };
        Change[] load =
        [
            .. Sample.Retracting("alpha signed green"),
            new Change.EntityRetracted(Sample.Alpha),
            new Change.EntityAdded(renamed),
            new Change.ClaimAdded(Make.Relation("org:delta", "SIGNED", "pledge:green"), Make.Order(12, "2018-01-01")),
        ];
        Change[] inverse =
        [
            new Change.ClaimRetracted(Make.Relation("org:delta", "SIGNED", "pledge:green")),
            new Change.EntityRetracted(renamed),
            new Change.EntityAdded(Sample.Alpha),
            .. Sample.Adding("alpha signed green"),
        ];
        await graph.ApplyAsync(load);
        await graph.ApplyAsync(inverse);
        await graph.ApplyAsync(load);
        await graph.ApplyAsync(inverse);

        foreach (var head in new[] { 1, 3, 5 })
        {
            Assert.Equal(["org:gamma", "org:beta", "org:alpha"], await SignatoriesAsync(graph, head));
            Assert.Equal("Alpha", (await graph.EntityAsync("org:alpha", new AsOf(head)))?.Name);
            Assert.Single(await graph.EvidenceAsync(Sample.Claim("alpha signed green"), asOf: new AsOf(head)));
        }

        foreach (var head in new[] { 2, 4 })
        {
            Assert.Equal(["org:delta", "org:gamma", "org:beta"], await SignatoriesAsync(graph, head));
            Assert.Equal("Omega", (await graph.EntityAsync("org:alpha", new AsOf(head)))?.Name);
            Assert.Empty(await graph.EvidenceAsync(Sample.Claim("alpha signed green"), asOf: new AsOf(head)));
        }

        Assert.Empty(await SignatoriesAsync(graph, 0));
    }

    [Theory, EveryStore]
    public async Task A_claims_day_and_rank_are_those_of_the_head(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(new Change.ClaimReordered(Sample.Id("beta signed green"), Make.Order(1, "2017-01-01")));
        await graph.ApplyAsync(new Change.ClaimReordered(Sample.Id("beta signed green"), Make.Order(2)));
        Assert.Equal(["org:gamma", "org:beta", "org:alpha"], await SignatoriesAsync(graph, 1));
        Assert.Equal(["org:beta", "org:gamma", "org:alpha"], await SignatoriesAsync(graph, 2));
        Assert.Equal(["org:gamma", "org:alpha", "org:beta"], await SignatoriesAsync(graph, 3));
        Assert.Equal(["org:beta"], await SignatoriesAsync(graph, 2, "2017-06-01"));
        Assert.Equal(["org:beta"], await SignatoriesAsync(graph, 3, "2016-06-01"));
        Assert.Empty(await SignatoriesAsync(graph, 1, "2017-06-01"));
    }

    [Theory, EveryStore]
    public async Task An_initiatives_date_is_the_heads(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(new Change.EntityRedated(new EntityId("event:fair"), PartialDate.Of("2022-05", "May")));
        await graph.ApplyAsync(new Change.EntityRedated(new EntityId("event:fair"), null));
        var in2022 = new EntityFilter.DateOverlaps(Make.Day("2022-05-31"), Make.Day("2022-12-31"));
        Assert.Empty(await graph.FindAsync("EVENT", in2022, new AsOf(1)));
        Assert.Equal(["event:fair"], await graph.FindAsync("EVENT", in2022, new AsOf(2)));
        Assert.Empty(await graph.FindAsync("EVENT", in2022, new AsOf(3)));
        Assert.Equal(PartialDate.Of("2022-05", "May"), (await graph.EntityAsync("event:fair", new AsOf(2)))?.Date);
        Assert.Equal(["event:fair", "event:summit", "event:forum", "event:talk"], GraphUnderTest.Ids(await graph.FindAsync(
            new FindRequest { Kinds = ["EVENT"], Sort = [new(SortBy.Date)], Page = PageRequest.All }, new AsOf(2))));
    }

    [Theory, EveryStore]
    public async Task A_claim_that_was_reordered_is_retracted_and_added_like_any_other(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(new Change.ClaimReordered(Sample.Id("beta signed green"), Make.Order(1, "2017-01-01")));
        await graph.ApplyAsync([.. Sample.Retracting("beta signed green")]);
        await graph.ApplyAsync([.. Sample.Adding("beta signed green")]);
        Assert.Equal(["org:beta", "org:gamma", "org:alpha"], await SignatoriesAsync(graph, 2));
        Assert.Equal(["org:gamma", "org:alpha"], await SignatoriesAsync(graph, 3));
        Assert.Equal(["org:gamma", "org:beta", "org:alpha"], await SignatoriesAsync(graph, 4));
        Assert.Equal((2, 3), (await CountAsync(3), await CountAsync(4)));

        async Task<long> CountAsync(long head) => (await graph.CountAsync(CountOf.RelationsByType, new AsOf(head))).Single(c => c.Key == "SIGNED").Number;
    }

    [Theory, EveryStore]
    public async Task A_new_version_of_an_entity_keeps_its_relations(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(
            new Change.EntityRetracted(Sample.Forum), new Change.EntityAdded(Sample.Forum with { Names = [Make.Full("Great Forum")] }));
        Assert.Equal(4, (await graph.RelationsAsync(RelationSpecs.Ask("event:forum", new("ATTENDED", RelationEnd.Object)))).EdgeTotal);
        Assert.Equal(["event:forum"], await graph.FindAsync("EVENT", new EntityFilter.NameText(TextComparison.StartsWith, "Great")));
        Assert.Empty(await graph.FindAsync("EVENT", new EntityFilter.NameText(TextComparison.StartsWith, "Great"), new AsOf(1)));
    }

    private static async Task<IEnumerable<string>> SignatoriesAsync(GraphUnderTest graph, long head, string? validAt = null) => GraphUnderTest.FarIds(
        await graph.RelationsAsync(
            RelationSpecs.Ask("pledge:green", new("SIGNED", RelationEnd.Object)), new AsOf(head, validAt is null ? null : Make.Day(validAt))));
}
