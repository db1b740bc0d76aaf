using CsCheck;
using CsrGraph.Model;
using CsrGraph.Query.Networks;
using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.StoreTests.Generated.Paths;

/// <summary>Asks every store what lies around entities of made graphs, and compares with what all that they were made of says.</summary>
public sealed class NetworkDifferentialSpecs(ITestOutputHelper output)
{
    private const int QuestionsOfAWorld = 50;

    private static readonly VocabularyDefinition Vocabulary = VocabularyDefinition.Load();

    [Theory, EveryStore]
    public async Task What_lies_around_is_what_the_made_graph_says(string store)
    {
        var size = DifferentialSize.Of(store, 5_000, QuestionsOfAWorld);
        var random = WalkSeed.Start();
        var (asked, cut) = (0, 0);

        // Made questions that tell too little, as a few dozen may, are followed by more.
        while (asked < size.Questions || (!AreTelling() && asked < 20 * size.Questions))
        {
            var seed = random.ToString();
            var world = WorldGen.Dense.Generate(random, null, out _);
            var questions = Questions(world);
            await using var graph = await GraphUnderTest.EmptyAsync(store);
            foreach (var changes in world.ChangeSets()) await graph.ApplyAsync([.. changes]);
            for (var i = 0; i < QuestionsOfAWorld; i++, asked++)
            {
                var (question, asOf) = questions.Generate(random, null, out _);
                var expected = NetworkOracle.Network(asOf.Head == 0 ? WorldState.Empty : WorldState.Of(world, (int)asOf.Head - 1), asOf.ValidAt, question);
                var answer = await AskAsync(graph, question, asOf);
                if (expected != (answer is null ? null : NetworkOracle.Of(answer)))
                {
                    Assert.Fail($"CsCheck_Seed={seed}, question {i}: {string.Join(' ', question.Around)} {question} at {asOf}\n{expected}\n== {store}\n{(answer is null ? "" : NetworkOracle.Of(answer))}");
                }

                if (answer?.Truncated.Count > 0) cut++;
            }
        }

        output.WriteLine($"CsCheck_Seed={WalkSeed.Start()}: {asked} questions, {cut} of them cut short");
        Assert.True(AreTelling(), $"of {asked} questions {cut} are cut short");

        bool AreTelling() => cut * 5 > asked;
    }

    private static Gen<(NetworkQuestion Question, AsOf AsOf)> Questions(World world)
    {
        var relations = world.Claims.Select(c => c.Claim).Where(c => c.Kind == ClaimKind.Relation).ToList();
        string[] types = [.. relations.Select(c => c.Type).Where(t => t != "SAME_AS").Distinct()];
        string[] kinds = [.. world.Entities.Select(e => e.First.Kind).Where(k => k != KindDefinition.Document).Distinct()];
        string[] ids = [.. relations.SelectMany(c => new[] { c.Subject.Value, c.Object!.Value.Value }).Distinct()];
        var question =
            from around in Shape.Some(ids, 1, 2)
            from depth in Gen.Int[1, NetworkQuestion.DeepestDepth]
            from onlyTypes in Shape.Maybe(20, Shape.Of(Shape.Some(types, 1, 4))).SelectMany(t => t)
            from onlyKinds in Shape.Maybe(20, Shape.Of(Shape.Some(kinds, 1, 4))).SelectMany(k => k)
            from limit in Gen.Frequency((2, Gen.Int[2, 12]), (1, Gen.Const(300)))
            from least in Gen.Frequency((3, Gen.Const((int?)null)), (1, Gen.Int[0, 4].Select(n => (int?)n)))
            select new NetworkQuestion(around) { Depth = depth, RelationTypes = onlyTypes, Kinds = onlyKinds, Limit = limit, MinDegree = least };
        return Gen.Select(question, States.Any.SelectMany(s => s));
    }

    // Null where somebody in the middle is unknown.
    private static async Task<NetworkAnswer?> AskAsync(GraphUnderTest graph, NetworkQuestion question, AsOf asOf)
    {
        try
        {
            return await NetworkWalk.FindAsync(graph.Store, asOf, Vocabulary, question, new RowMeter(1_000_000), TestContext.Current.CancellationToken);
        }
        catch (BadQuestionException e) when (e.Message.StartsWith("there is no", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
