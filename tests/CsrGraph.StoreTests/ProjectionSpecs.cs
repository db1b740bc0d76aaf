using CsrGraph.Query.Projecting;
using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.StoreTests;

/// <summary>A projection reads the same from every store.</summary>
public sealed class ProjectionSpecs
{
    private static readonly VocabularyDefinition Vocabulary = VocabularyDefinition.Load();

    [Theory, EveryStore]
    public async Task Who_attended_with_whom(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var projection = await AskAsync(graph, new ProjectionQuestion("ATTENDED", "ORGANISATION", "EVENT"));
        Assert.Equal(["org:alpha", "org:beta", "org:delta"], projection.Agents);
        Assert.Equal(["event:fair", "event:forum", "event:summit"], projection.Initiatives);
        Assert.Equal(["org:alpha org:beta 1", "org:alpha org:delta 1", "org:beta org:delta 1"], projection.EdgesOf(9).Select(e => $"{e.A} {e.B} {e.Weight}"));
        Assert.All(projection.EdgesOf(9), e => Assert.Equal(["event:forum"], e.Initiatives));
    }

    [Theory, EveryStore]
    public async Task What_is_uncertain_does_not_count_and_conditions_and_times_do(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Empty((await AskAsync(graph, new ProjectionQuestion("GUIDED", "ORGANISATION", "EVENT"))).Agents);
        var signed = new ProjectionQuestion("SIGNED", "ORGANISATION", "PLEDGE");
        Assert.Equal(3, (await AskAsync(graph, signed)).Edges);
        Assert.Equal(1, (await AskAsync(graph, signed with { Filter = new EntityFilter.CategoryIn(["COMPANY"]) })).Edges);
        Assert.Equal(0, (await AskAsync(graph, signed with { OverFilter = new EntityFilter.NameText(TextComparison.Equal, "Blue") })).Edges);
        Assert.Equal(1, (await AskAsync(graph, signed, new AsOf(1, Make.Day("2018-01-01")))).Edges);
        await graph.ApplyAsync([.. Sample.Retracting("alpha signed green")]);
        Assert.Equal((1, 3), ((await AskAsync(graph, signed)).Edges, (await AskAsync(graph, signed, new AsOf(1))).Edges));
    }

    [Theory, EveryStore]
    public async Task A_roster_that_names_some_is_a_warning(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var warning = Assert.Single((await AskAsync(graph, new ProjectionQuestion("SIGNED", "ORGANISATION", "PLEDGE") { Parts = ProjectionParts.Warnings })).Warnings);
        Assert.Equal(("pledge:green", 36, 2, 629L), (warning.Initiative, warning.Stated, warning.Named, warning.MissingPairs));
    }

    private static Task<Projection> AskAsync(GraphUnderTest graph, ProjectionQuestion question, AsOf? asOf = null) => ProjectionReading.AnswerAsync(
        graph.Store, asOf ?? graph.Now, Vocabulary, question, ProjectionQuestion.MostPairs, new RowMeter(1_000), TestContext.Current.CancellationToken);
}
