using System.Globalization;
using CsCheck;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Puts the same made questions about the same made graphs to a store and to the one in memory.</summary>
public sealed class DifferentialSpecs(ITestOutputHelper output)
{
    private const int QuestionsOfAWorld = 250;

    // Where so many questions are asked, each operator has to be put to the test so often, one way and the other; a few more are asked if need be.
    private const int Many = 10_000;
    private const int Each = 200;

    // Neo4j plans on all cores what it is asked at once.
    private const int AtOnce = 8;

    // Each so many-th question is asked, even if it brings nothing that is wanted.
    private const int Whatever = 50;

    /// <summary>Every store but the one that they are compared with.</summary>
    public static IEnumerable<TheoryDataRow<string>> Others =>
        [.. TestedStores.All.Where(s => s.Name != TestedStores.InMemory).Select(s => new TheoryDataRow<string>(s.Name) { Skip = s.Missing })];

    [Theory, MemberData(nameof(Others))]
    public async Task Made_questions_about_made_graphs_are_answered_as_in_memory(string store)
    {
        var size = DifferentialSize.Of(store, Many, QuestionsOfAWorld);
        var many = Math.Max(Many, size.Questions);
        var tally = new Tally(many, Each);
        while (tally.Questions < size.Questions || (tally.Questions < 2 * many && Lacks(tally)))
        {
            await AskAboutAWorldAsync(store, size, tally);
        }

        output.WriteLine(tally.ToString());
        Assert.False(tally.IsTooEmpty, $"too many answers are empty:\n{tally}");
        if (tally.IsLong) Assert.Empty(tally.Rare);
    }

    private static bool Lacks(Tally tally) => tally.IsTooEmpty || tally is { IsLong: true, Rare.Count: > 0 };

    private async Task AskAboutAWorldAsync(string store, DifferentialSize size, Tally tally)
    {
        // With a given seed all questions are asked, since what was asked before is not known.
        var given = Environment.GetEnvironmentVariable("CsCheck_Seed") is { Length: > 0 } text ? text : null;
        var random = given is null ? new PCG((uint)Random.Shared.Next()) : PCG.Parse(given);
        var seed = random.ToString();
        var world = WorldGen.World.Generate(random, null, out _);
        var shapes = QuestionGen.Of(world).Select(shape => shape.Array[size.QuestionsOfAShape]);
        await using var both = await Differential.LoadAsync(store, world);
        var upTo = tally.Questions + (given is null ? QuestionsOfAWorld : size.Questions);
        var (made, asked) = (0, new List<Task>());
        while (tally.Questions < upTo && (!tally.IsLong || Lacks(tally)))
        {
            made++;
            var questions = shapes.Generate(random, null, out _).Generate(random, null, out _);
            var trials = await TryAsync(both, questions, given is not null || made % Whatever == 0, tally, $"CsCheck_Seed={seed}");
            asked.Add(AskInTurnAsync(both, trials));
            if (asked.Count < AtOnce) continue;
            var answered = await Task.WhenAny(asked);
            asked.Remove(answered);
            await answered;
        }

        await Task.WhenAll(asked);
        output.WriteLine($"CsCheck_Seed={seed}: {made} shapes made, {tally.Questions} questions asked so far");
    }

    // None where the first of them brings nothing that is wanted.
    private static async Task<IReadOnlyList<Trial>> TryAsync(
        Differential both, (Question Question, AsOf AsOf)[] questions, bool inAnyCase, Tally tally, string where)
    {
        var trials = new List<Trial>();
        foreach (var (question, asOf) in questions)
        {
            var trial = await both.TryAsync(question, asOf, TestContext.Current.CancellationToken);
            if (trials.Count == 0 && !inAnyCase && !tally.Wants(trial.Facts, trial.Answer.IsEmpty)) break;
            await both.AddStateAsync(trial, TestContext.Current.CancellationToken);
            tally.Count(trial.Facts, trial.Answer.IsEmpty);
            trials.Add(trial with { Which = string.Create(CultureInfo.InvariantCulture, $"question {tally.Questions}, {where}") });
        }

        return trials;
    }

    // Questions of one shape, of which the first is planned and the others are not.
    private static async Task AskInTurnAsync(Differential both, IReadOnlyList<Trial> trials)
    {
        foreach (var trial in trials) await both.AssertAlikeAsync(trial, TestContext.Current.CancellationToken);
    }
}
