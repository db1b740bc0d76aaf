using CsrGraph.Query;
using CsrGraph.Query.Paths;
using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.StoreTests.Paths;

/// <summary>How two entities of the sample are connected.</summary>
public sealed class PathSpecs
{
    private static readonly VocabularyDefinition Vocabulary = VocabularyDefinition.Load();

    [Theory, EveryStore]
    public async Task Two_who_did_one_thing_are_two_relations_apart_in_each_way_that_they_did(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var answer = await FindAsync(graph, new PathQuestion("org:alpha", "org:beta"));
        Assert.Equal(2, answer.Length);
        Assert.Equal(["org:alpha >ATTENDED event:forum <ATTENDED org:beta", "org:alpha >SIGNED pledge:green <SIGNED org:beta"], PathText.Of(answer));
        Assert.Equal(Sample.Claim("alpha chaired forum"), answer.Paths[0].Hops[0].Claim);
        Assert.Equal("Alpha and Beta are 2 relations apart, in 2 ways", PathWords.Because(answer, Tongue.En));
        Assert.Equal("Alpha与Beta相距2步，共有2条路径", PathWords.Because(answer, Tongue.Zh));
        var words = new PathWords(new ClaimSentences(Vocabulary));
        Assert.Equal("Alpha signed Green (2018-05-01); Beta signed Green", words.Say(answer.Paths[1], answer, Tongue.En));
    }

    [Theory, EveryStore]
    public async Task No_more_paths_are_listed_than_asked_for_and_all_are_counted(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var answer = await FindAsync(graph, new PathQuestion("org:alpha", "org:beta") { First = 1 });
        Assert.Single(answer.Paths);
        Assert.Equal(2, answer.Count);
        Assert.Empty((await FindAsync(graph, new PathQuestion("org:alpha", "org:beta") { First = 0 })).Paths);
    }

    [Theory, EveryStore]
    public async Task None_within_so_many_is_an_answer(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var answer = await FindAsync(graph, new PathQuestion("org:alpha", "person:wang") { MaxLength = 1 });
        Assert.Null(answer.Length);
        Assert.Empty(answer.Paths);
        Assert.Equal("no path of at most 1 relation leads from Alpha to Wang", PathWords.Because(answer, Tongue.En));
        Assert.Null((await FindAsync(graph, new PathQuestion("org:alpha", "pledge:blue") { MaxLength = 6 })).Length);
    }

    [Theory, EveryStore]
    public async Task What_the_text_leaves_open_is_walked_where_that_is_asked_for(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var question = new PathQuestion("org:gamma", "event:forum") { First = 1 };
        Assert.Equal(2, (await FindAsync(graph, question)).Length);
        Assert.Equal(["org:gamma >GUIDED event:forum"], PathText.Of(await FindAsync(graph, question with { IsUncertain = true })));
    }

    [Theory, EveryStore]
    public async Task A_proposed_identity_is_never_walked(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.NotEqual(1, (await FindAsync(graph, new PathQuestion("org:gamma", "org:delta") { IsUncertain = true })).Length);
        await RefusedAsync(graph, new PathQuestion("org:gamma", "org:delta") { RelationTypes = ["SAME_AS"] }, "SAME_AS only proposes");
    }

    [Theory, EveryStore]
    public async Task A_hub_is_named_and_not_walked_through_but_may_be_an_end(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var answer = await FindAsync(graph, new PathQuestion("person:wang", "org:delta") { HubLimit = 5 });
        Assert.Null(answer.Length);
        Assert.Equal([("event:forum", 6L)], answer.NotEntered.Select(h => (h.Entity.Id.Value, h.Degree)));
        Assert.Equal(
            "no path of at most 4 relations leads from Wang to Delta; 1 entity with more than 5 relations was reached and not walked through",
            PathWords.Because(answer, Tongue.En));
        Assert.Equal(2, (await FindAsync(graph, new PathQuestion("person:wang", "org:delta") { HubLimit = 6 })).Length);
        Assert.Equal(1, (await FindAsync(graph, new PathQuestion("event:forum", "org:delta") { HubLimit = 1 })).Length);
    }

    [Theory, EveryStore]
    public async Task Only_the_types_and_kinds_asked_for_are_walked(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var question = new PathQuestion("org:alpha", "org:beta");
        Assert.Equal(["org:alpha >SIGNED pledge:green <SIGNED org:beta"], PathText.Of(await FindAsync(graph, question with { RelationTypes = ["SIGNED"] })));
        Assert.Equal(["org:alpha >ATTENDED event:forum <ATTENDED org:beta"], PathText.Of(await FindAsync(graph, question with { Kinds = ["EVENT"] })));
        Assert.Null((await FindAsync(graph, question with { Kinds = ["PERSON"] })).Length);
    }

    [Theory, EveryStore]
    public async Task The_state_and_the_day_asked_for_decide(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync([.. Sample.Retracting("alpha signed green"), .. Sample.Retracting("beta attended forum")]);
        var question = new PathQuestion("org:alpha", "org:beta");
        Assert.NotEqual(2, (await FindAsync(graph, question)).Length);
        Assert.Equal(2, (await FindAsync(graph, question, new AsOf(1))).Length);
        Assert.Equal(["org:alpha >SIGNED pledge:green <SIGNED org:beta"], PathText.Of(await FindAsync(graph, question, new AsOf(1, Make.Day("2019-01-01")))));
    }

    [Theory, EveryStore]
    public async Task One_entity_is_no_relation_apart_from_itself_also_by_a_merged_id(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var answer = await FindAsync(graph, new PathQuestion("org:delta", "org:old-delta"));
        Assert.Equal(0, answer.Length);
        Assert.Empty(Assert.Single(answer.Paths).Hops);
        Assert.Equal("both ends are Delta", PathWords.Because(answer, Tongue.En));
        Assert.Equal(1, (await FindAsync(graph, new PathQuestion("org:old-delta", "event:forum"))).Length);
    }

    [Theory, EveryStore]
    public async Task What_is_no_question_is_refused_with_the_reason(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var question = new PathQuestion("org:alpha", "org:beta");
        await RefusedAsync(graph, question with { To = "org:nobody" }, "there is no 'org:nobody'");
        await RefusedAsync(graph, question with { From = "Alpha" }, "'Alpha' is not an id");
        await RefusedAsync(graph, question with { From = "doc-a" }, "'doc-a' is a document");
        await RefusedAsync(graph, question with { MaxLength = 7 }, "'maxLength' is 7; it must be from 1 to 6");
        await RefusedAsync(graph, question with { MaxLength = 0 }, "'maxLength' is 0");
        await RefusedAsync(graph, question with { HubLimit = 0 }, "'hubLimit' is 0");
        await RefusedAsync(graph, question with { First = 101 }, "'first' is 101");
        await RefusedAsync(graph, question with { RelationTypes = [] }, "no relation type is given");
        await RefusedAsync(graph, question with { RelationTypes = ["KNOWS"] }, "there is no relation type 'KNOWS'");
        await RefusedAsync(graph, question with { Kinds = [] }, "no kind is given");
        await RefusedAsync(graph, question with { Kinds = ["DOCUMENT"] }, "relations lead to no 'DOCUMENT'");
    }

    [Theory, EveryStore]
    public async Task More_rows_than_are_allowed_are_not_read(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var meter = new RowMeter(8);
        var refused = await Assert.ThrowsAsync<TooManyRowsException>(() => PathSearch.FindAsync(
            graph.Store, graph.Now, Vocabulary, new PathQuestion("org:alpha", "person:li"), meter, TestContext.Current.CancellationToken));
        Assert.Equal(8, refused.Allowed);
        Assert.True(meter.Rows <= 8, $"{meter.Rows} rows");
    }

    private static async Task RefusedAsync(GraphUnderTest graph, PathQuestion question, string reason) =>
        Assert.StartsWith(reason, (await Assert.ThrowsAsync<BadQuestionException>(() => FindAsync(graph, question))).Message, StringComparison.Ordinal);

    private static Task<PathAnswer> FindAsync(GraphUnderTest graph, PathQuestion question, AsOf? asOf = null) => PathSearch.FindAsync(
        graph.Store, asOf ?? graph.Now, Vocabulary, question, new RowMeter(10_000), TestContext.Current.CancellationToken);
}
