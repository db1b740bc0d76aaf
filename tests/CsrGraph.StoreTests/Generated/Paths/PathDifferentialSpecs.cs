using CsrGraph.InMemory;
using CsrGraph.Query.Paths;
using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using CsrGraph.StoreTests.Paths;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.StoreTests.Generated.Paths;

/// <summary>Asks every store and an oracle how the entities of made graphs are connected.</summary>
public sealed class PathDifferentialSpecs(ITestOutputHelper output)
{
    private const int QuestionsOfAWorld = 100;

    private static readonly VocabularyDefinition Vocabulary = VocabularyDefinition.Load();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task Made_graphs_are_connected_as_all_distances_at_once_say(string store)
    {
        var size = DifferentialSize.Of(store, 5_000, QuestionsOfAWorld);
        var random = WalkSeed.Start();
        var (asked, found, blocked) = (0, 0, 0);

        // Made questions that tell too little, as a few dozen may, are followed by more.
        while (asked < size.Questions || (!AreTelling() && asked < 20 * size.Questions))
        {
            var seed = random.ToString();
            var world = WorldGen.Dense.Generate(random, null, out _);
            var questions = PathQuestionGen.Of(world);
            await using var graph = await LoadAsync(await GraphUnderTest.EmptyAsync(store), world);
            await using var memory = await LoadAsync(GraphUnderTest.Of(new InMemoryStore()), world);
            for (var i = 0; i < QuestionsOfAWorld; i++, asked++)
            {
                var (question, asOf) = questions.Generate(random, null, out _);
                var state = asOf.Head == 0 ? WorldState.Empty : WorldState.Of(world, (int)asOf.Head - 1);
                var where = $"CsCheck_Seed={seed}, question {i}: {question with { RelationTypes = null, Kinds = null }} {string.Join(',', question.RelationTypes ?? [])} {string.Join(',', question.Kinds ?? [])} at {asOf}";
                var oracle = new PathOracle(state, asOf.ValidAt, question);
                var answer = await AskAsync(graph, question, asOf);
                var other = store == TestedStores.InMemory ? answer : await AskAsync(memory, question, asOf);
                Assert.True((answer is null) == (other is null) && (answer is null || PathText.Whole(answer) == PathText.Whole(other!)), where);
                Check(answer, oracle, question, where);
                if (answer?.Length is not null) found++;
                if (answer?.NotEnteredCount > 0) blocked++;
            }
        }

        output.WriteLine($"CsCheck_Seed={WalkSeed.Start()}: {asked} questions, {found} with paths, {blocked} with hubs");
        Assert.True(AreTelling(), $"of {asked} questions {found} have paths and {blocked} hubs");

        bool AreTelling() => found * 5 > asked && blocked * 50 > asked;
    }

    private static void Check(PathAnswer? answer, PathOracle oracle, PathQuestion question, string where)
    {
        Assert.True((answer is not null) == (oracle.Has(question.From) && oracle.Has(question.To)), where);
        if (answer is null) return;
        var distance = oracle.Distance(question.From, question.To) is { } length && length <= question.MaxLength ? (int?)length : null;
        Assert.True(distance == answer.Length, $"{where}: {distance} expected, {answer.Length} found");
        Assert.All(answer.NotEntered, h => Assert.Equal(oracle.DegreeOf(h.Entity.Id.Value), h.Degree));
        Assert.All(answer.NotEntered, h => Assert.True(h.Degree > question.HubLimit, where));
        if (distance is null)
        {
            Assert.Equal(0, answer.Count);
            return;
        }

        var paths = oracle.Paths(question.From, question.To).Take(100_000).ToList();
        Assert.True(paths.Take(question.First).SequenceEqual(PathText.Of(answer)), $"{where}:\n{string.Join('\n', paths.Take(question.First))}\n==\n{string.Join('\n', PathText.Of(answer))}");
        Assert.True(paths.Count == 100_000 || paths.Count == answer.Count, $"{where}: {paths.Count} paths expected, {answer.Count} counted");
    }

    private static async Task<GraphUnderTest> LoadAsync(GraphUnderTest graph, World world)
    {
        foreach (var changes in world.ChangeSets()) await graph.ApplyAsync([.. changes]);
        return graph;
    }

    // Null where one of the ends is unknown.
    private static async Task<PathAnswer?> AskAsync(GraphUnderTest graph, PathQuestion question, AsOf asOf)
    {
        try
        {
            return await PathSearch.FindAsync(graph.Store, asOf, Vocabulary, question, new RowMeter(1_000_000), Cancellation);
        }
        catch (BadQuestionException e) when (e.Message.StartsWith("there is no", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
