using System.Text.Json.Nodes;
using CsCheck;
using CsrGraph.GraphQL;
using CsrGraph.Store;
using CsrGraph.Tests.Cookbook;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Requires that questions over another form of a store have the answers that they have over the store itself.</summary>
internal static class SameAnswers
{
    /// <summary>How many made questions are asked.</summary>
    public static int Iterations => Environment.GetEnvironmentVariable("CSRGRAPH_FULL") == "1" ? 5_000 : 500;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ApiOptions AnyCost { get; } = new() { MaxCost = int.MaxValue };

    /// <summary>The cookbook's questions.</summary>
    public static async Task ToTheCookbookAsync(SeededApi seeded, IGraphStore other)
    {
        using var ask = Over(other);
        foreach (var (question, _) in CookbookSpecs.Read().Values) await RequireAsync(seeded.Ask, ask, question, null);
    }

    /// <summary>The question of the benchmarks, about all events.</summary>
    /// <returns>How many events there are.</returns>
    public static async Task<int> ToTheBenchmarkAsync(SeededApi seeded, IGraphStore other)
    {
        var question = await File.ReadAllTextAsync(SharedFiles.Path("contract", "bench.graphql"), Cancellation);
        var ids = (await seeded.Ask.DataAsync("{ events(first: 100) { nodes { id } } }")).Texts("events.nodes.id");
        using var ask = Over(other);
        await RequireAsync(seeded.Ask, ask, question, new { ids });
        return ids.Count;
    }

    /// <summary>Made questions.</summary>
    public static async Task ToAnySelectionAsync(SmallGraph small, IGraphStore other)
    {
        var questions = SelectionGen.Over(small.Ask.Api.PrintSchema());
        using var own = Over(small.Store);
        using var ask = Over(other);
        await questions.SampleAsync(question => RequireAsync(own, ask, question, null), iter: Iterations);
    }

    private static Asking Over(IGraphStore store) => new(new GraphQLApi(VocabularyDefinition.Load(), store, AnyCost));

    private static async Task RequireAsync(Asking own, Asking other, string question, object? variables)
    {
        var (expected, given) = (await own.DataAsync(question, variables), await other.DataAsync(question, variables));
        Assert.True(JsonNode.DeepEquals(expected, given), $"{question}\n{expected.ToJsonString()}\n{given.ToJsonString()}");
    }
}
