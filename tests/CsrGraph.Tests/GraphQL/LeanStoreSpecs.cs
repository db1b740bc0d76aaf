using System.Text.Json.Nodes;
using CsCheck;
using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Tests.Cookbook;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>A store that gives no more than it is asked for leads to the same answers.</summary>
public sealed class LeanStoreSpecs(SeededApi seeded, SmallGraph small) : IClassFixture<SeededApi>, IClassFixture<SmallGraph>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cookbooks_questions_have_the_same_answers()
    {
        var (lean, ask) = Lean(seeded.Store);
        using (ask)
        {
            foreach (var (question, _) in CookbookSpecs.Read().Values) await RequireSameAsync(seeded.Ask, ask, question, null);
        }

        Assert.True(lean.Headings > 50, $"{lean.Headings} headings");
    }

    [Fact]
    public async Task The_benchmark_question_has_the_same_answer()
    {
        var question = await File.ReadAllTextAsync(SharedFiles.Path("contract", "bench.graphql"), Cancellation);
        var ids = (await seeded.Ask.DataAsync("{ events(first: 100) { nodes { id } } }")).Texts("events.nodes.id");
        var (lean, ask) = Lean(seeded.Store);
        using (ask) await RequireSameAsync(seeded.Ask, ask, question, new { ids });
        Assert.True(lean.Headings > ids.Count);
    }

    [Fact]
    public async Task Any_selection_has_the_same_answer()
    {
        var questions = SelectionGen.Over(small.Ask.Api.PrintSchema());
        var (lean, ask) = Lean(small.Store);
        using var full = new Asking(new GraphQLApi(VocabularyDefinition.Load(), small.Store, AnyCost));
        using (ask)
        {
            await questions.SampleAsync(question => RequireSameAsync(full, ask, question, null), iter: Iterations);
        }

        Assert.True(lean.Headings > Iterations / 2, $"{lean.Headings} headings");
    }

    private static ApiOptions AnyCost { get; } = new() { MaxCost = int.MaxValue };

    private static int Iterations => Environment.GetEnvironmentVariable("CSRGRAPH_FULL") == "1" ? 5_000 : 500;

    private static (LeanStore Store, Asking Ask) Lean(CountingStore store)
    {
        var lean = new LeanStore(store);
        return (lean, new Asking(new GraphQLApi(VocabularyDefinition.Load(), lean, AnyCost)));
    }

    private static async Task RequireSameAsync(Asking full, Asking lean, string question, object? variables)
    {
        var (expected, given) = (await full.DataAsync(question, variables), await lean.DataAsync(question, variables));
        Assert.True(JsonNode.DeepEquals(expected, given), $"{question}\n{expected.ToJsonString()}\n{given.ToJsonString()}");
    }
}
