using CsCheck;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Puts the same made questions about the same made graphs to a store and to the one in memory.</summary>
public sealed class DifferentialSpecs(ITestOutputHelper output)
{
    private const int QuestionsOfAWorld = 250;

    // More where more time is given: by CSRGRAPH_FULL.
    private static readonly int Worlds = Environment.GetEnvironmentVariable("CSRGRAPH_FULL") is null ? 12 : 120;

    // Each text of a question is planned by Neo4j anew, which takes a tenth of a second.
    private static readonly int WorldsOfNeo4j = Environment.GetEnvironmentVariable("CSRGRAPH_FULL") is null ? 1 : 3;

    private static readonly string[] MustOccur =
    [
        .. typeof(EntityFilter).GetNestedTypes().Select(t => $"entity {t.Name}"),
        .. typeof(ClaimFilter).GetNestedTypes().Select(t => $"claim {t.Name}"),
        .. Enum.GetNames<SortBy>().SelectMany(by => new[] { $"sort {by}", $"sort {by} descending" }),
        .. Enum.GetNames<ClaimsBy>().Select(by => $"asked claims by {by}"),
        .. Enum.GetNames<RelationAnchors>().Select(of => $"asked relations of {of}"),
        .. Enum.GetNames<CountOf>().Select(of => $"asked count {of}"),
        "entity none", "entity some", "asked entities", "asked find", "asked evidence", "asked search", "asked change-sets", "asked changes",
    ];

    /// <summary>Every store but the one that they are compared with.</summary>
    public static IEnumerable<TheoryDataRow<string>> Others =>
        [.. TestedStores.All.Where(s => s.Name != TestedStores.InMemory).Select(s => new TheoryDataRow<string>(s.Name) { Skip = s.Missing })];

    [Theory, MemberData(nameof(Others))]
    public async Task Made_questions_about_made_graphs_are_answered_as_in_memory(string store)
    {
        var tally = new Tally();
        var cases = from world in WorldGen.World
                    from questions in QuestionGen.Of(world).Array[QuestionsOfAWorld]
                    select (World: world, Questions: questions);
        await cases.SampleAsync(
            c => CompareAsync(store, c.World, c.Questions, tally), iter: store == TestedStores.Neo4j ? WorldsOfNeo4j : Worlds, threads: 1, print: _ => "the message has the question");

        output.WriteLine(tally.ToString());
        Assert.All(MustOccur, what => Assert.True(tally[what] > 0, $"nothing was asked of this: {what}"));
        Assert.True(tally["answers with something in them"] * 5 > tally["answers"] * 2, $"too many answers are empty:\n{tally}");
    }

    private static async Task CompareAsync(string store, World world, (Question Question, AsOf AsOf)[] questions, Tally tally)
    {
        await using var expected = await GraphUnderTest.EmptyAsync(TestedStores.InMemory);
        await using var actual = await GraphUnderTest.EmptyAsync(store);
        foreach (var changes in world.ChangeSets())
        {
            Assert.Equal(await expected.ApplyAsync([.. changes]), await actual.ApplyAsync([.. changes]));
        }

        var cancellation = TestContext.Current.CancellationToken;
        foreach (var (draft, asOf) in questions)
        {
            var question = await draft.WithPlacesAsync(expected.Store, asOf, cancellation);
            var right = await question.AskAsync(expected.Store, asOf, cancellation);
            var given = await AskAsync(question, actual.Store, asOf, cancellation);
            if (right.Text != given)
            {
                Assert.Fail($"{QuestionText.Of(question)}\nat {asOf.Head}, valid at {asOf.ValidAt}\n== in memory\n{right.Text}\n== {store}\n{given}");
            }

            question.Count(tally);
            tally.Count("answers");
            if (!right.IsEmpty) tally.Count("answers with something in them");
        }
    }

    private static async Task<string> AskAsync(Question question, IGraphStore store, AsOf asOf, CancellationToken cancellation)
    {
        try
        {
            return (await question.AskAsync(store, asOf, cancellation)).Text;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever it is, it is not the answer: the message shows it beside the right one.
            return exception.ToString();
        }
    }
}
