using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using CsrGraph.GraphQL;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL.Execution;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Our strategy answers as the library's own does, also where the store fails or forgets what must not be missing.</summary>
public sealed class StrategySpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    [Fact]
    public async Task Any_question_has_the_librarys_answer()
    {
        var (ours, theirs) = Both(0);
        using (ours)
        using (theirs)
        {
            await SelectionGen.Over(small.Ask.Api.PrintSchema(), anyField: true).SampleAsync(async question => { await RequireSameAsync(ours, theirs, question); }, iter: Iterations);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_question_to_a_failing_store_has_the_librarys_answer(int fault)
    {
        var (ours, theirs) = Both(fault);
        var failed = 0;
        using (ours)
        using (theirs)
        {
            await SelectionGen.Over(small.Ask.Api.PrintSchema(), anyField: true).SampleAsync(
                async question =>
                {
                    if (await RequireSameAsync(ours, theirs, question)) Interlocked.Increment(ref failed);
                },
                iter: Iterations / 5);
        }

        Assert.True(failed > 0);
    }

    [Fact]
    public async Task Any_question_to_fields_that_fail_or_are_null_has_the_librarys_answer()
    {
        var (ours, theirs) = Both(0);
        var failed = 0;
        using (ours)
        using (theirs)
        {
            UnreliableFields.Plant(ours.Api.Schema);
            UnreliableFields.Plant(theirs.Api.Schema);
            await SelectionGen.Over(small.Ask.Api.PrintSchema(), anyField: true).SampleAsync(
                async question =>
                {
                    if (await RequireSameAsync(ours, theirs, question)) Interlocked.Increment(ref failed);
                },
                iter: Iterations);
        }

        Assert.True(failed > Iterations / 20);
    }

    [Theory]
    [InlineData("{ a: __typename events(first: 1) { t: __typename nodes { t: __typename ... on Node { n: __typename id } } } }")]
    [InlineData("{ entities(first: 9) { nodes { ... on Event { ...E } ... on Organisation { category id } ...E } } } fragment E on Entity { id name names { text } }")]
    [InlineData("{ node(id: \"event:forum\") { id ... on Event { date { text } guidedBy { edges { title node { name(lang: EN) } } } } } }")]
    [InlineData("{ nodes(ids: [\"event:forum\", \"org:nobody\", \"doc-a\"]) { id __typename } }")]
    [InlineData("{ pledge(id: \"pledge:open\") { rosters { role unnamed stated { raw min max kind } named { count nodes { id } } } } }")]
    [InlineData("{ __schema { types { name fields { name type { name ofType { name } } } enumValues { name } } directives { name locations } } }")]
    [InlineData("{ event(id: \"event:none\") { id } signed(agent: \"org:none\", pledge: \"pledge:open\") { answer } }")]
    public async Task A_question_has_the_librarys_answer(string question)
    {
        var (ours, theirs) = Both(0);
        using (ours)
        using (theirs)
        {
            await RequireSameAsync(ours, theirs, question);
            await RequireSameAsync(ours, theirs, question);
        }
    }

    private static int Iterations => Environment.GetEnvironmentVariable("CSRGRAPH_QUESTIONS") is { Length: > 0 } named
        ? int.Parse(named, CultureInfo.InvariantCulture)
        : Environment.GetEnvironmentVariable("CSRGRAPH_FULL") == "1" ? 10_000 : 1_500;

    private static ApiOptions Unlimited { get; } = new() { MaxErrors = int.MaxValue, MaxCost = int.MaxValue };

    private (Asking Ours, Asking Theirs) Both(int fault) => (
        new Asking(new GraphQLApi(VocabularyDefinition.Load(), Failing(fault), Unlimited)),
        new Asking(new GraphQLApi(VocabularyDefinition.Load(), Failing(fault), Unlimited, () => new ParallelExecutionStrategy())));

    // Which requests fail hangs on what they ask alone: in which order a level's calls begin is no part of an answer.
    private FaultyStore Failing(int fault) => new(small.Store)
    {
        Before = (method, requests) =>
        {
            if (fault == 0 || method == nameof(IGraphStore.ChangeSetsAsync)) return;
            if (((IEnumerable)requests).Cast<object>().Any(r => IsFailing($"{fault} {Said(r)}"))) throw new InvalidOperationException($"{method} fails");
        },
    };

    // Without the anchors, as many requests of one level may be one.
    private static string Said(object request) => request switch
    {
        string => nameof(IGraphStore.EntitiesAsync),
        RelationRequest relations => $"{relations.Of} {relations.Relation} {relations.Page.Limit} {relations.WantsTotals}",
        ClaimRequest claims => $"{claims.By} {claims.Page.Limit} {claims.Filter is null}",
        EvidenceRequest evidence => $"evidence {evidence.First}",
        FindRequest find => string.Join(' ', find.Kinds),
        _ => request.ToString()!,
    };

    private static bool IsFailing(string said) => said.Aggregate(2_166_136_261u, (hash, unit) => (hash ^ unit) * 16_777_619u) % 5 == 0;

    // True where the answer has errors. Each fault has an id of its own.
    private static async Task<bool> RequireSameAsync(Asking ours, Asking theirs, string question)
    {
        var (given, expected) = (await ours.AnswerAsync(question), await theirs.AnswerAsync(question));
        Assert.True(
            JsonNode.DeepEquals(expected["data"], given["data"]) && Errors(expected).SequenceEqual(Errors(given)),
            $"{question}\n{expected.ToJsonString()}\n{given.ToJsonString()}");
        return given["errors"] is not null;
    }

    private static IEnumerable<string> Errors(JsonNode answer) => (answer["errors"]?.AsArray() ?? []).Select(e =>
    {
        // The library leaves out where a merged field stands in the document.
        var copy = e!.DeepClone();
        copy.AsObject().Remove("locations");
        if ((string?)copy["extensions"]!["code"] == ErrorCode.Internal) copy["message"] = "";
        return copy.ToJsonString();
    }).Order(StringComparer.Ordinal);
}
