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

    // From so many questions on, a fiftieth of them has to have put each operator to the test, one way and the other.
    private const int Many = 10_000;

    // Each so many-th question is asked, even if it brings nothing that is wanted.
    private const int Whatever = 10;

    /// <summary>Every store but the one that they are compared with.</summary>
    public static IEnumerable<TheoryDataRow<string>> Others =>
        [.. TestedStores.All.Where(s => s.Name != TestedStores.InMemory).Select(s => new TheoryDataRow<string>(s.Name) { Skip = s.Missing })];

    [Theory, MemberData(nameof(Others))]
    public async Task Made_questions_about_made_graphs_are_answered_as_in_memory(string store)
    {
        var size = DifferentialSize.Of(store, Many, QuestionsOfAWorld);
        var tally = new Tally();
        while (tally.Questions < size.Questions) await AskAboutAWorldAsync(store, size, tally);

        output.WriteLine(tally.ToString());
        Assert.True(tally.Answered * 2 >= tally.Questions, $"too many answers are empty:\n{tally}");
        if (tally.Questions >= Many) Assert.Empty(tally.Below(tally.Questions / 50));
    }

    private async Task AskAboutAWorldAsync(string store, DifferentialSize size, Tally tally)
    {
        var given = Environment.GetEnvironmentVariable("CsCheck_Seed");
        var random = given is { Length: > 0 } ? PCG.Parse(given) : new PCG((uint)Random.Shared.Next());
        var seed = random.ToString();
        var cancellation = TestContext.Current.CancellationToken;
        var world = WorldGen.World.Generate(random, null, out _);
        await using var both = await Differential.LoadAsync(store, world);
        var upTo = tally.Questions + QuestionsOfAWorld;
        var drafts = 0;
        foreach (var (question, asOf) in Endless(world, size, random))
        {
            drafts++;
            var trial = await both.TryAsync(question, asOf, cancellation);

            // With a given seed all of them are asked, since what was asked before is not known.
            if (given is null && !tally.Wants(trial.Facts, trial.Answer.IsEmpty) && drafts % Whatever != 0) continue;
            var which = string.Create(CultureInfo.InvariantCulture, $"question {tally.Questions + 1}, CsCheck_Seed={seed}");
            await both.AssertAlikeAsync(trial, which, cancellation);
            await both.AddStateAsync(trial, cancellation);
            tally.Count(trial.Facts, trial.Answer.IsEmpty);
            if (tally.Questions >= upTo) break;
        }

        output.WriteLine($"CsCheck_Seed={seed}: {drafts} made, {tally.Questions} asked so far");
    }

    private static IEnumerable<(Question Question, AsOf AsOf)> Endless(World world, DifferentialSize size, PCG random)
    {
        var shapes = QuestionGen.Of(world);
        while (true)
        {
            var shape = shapes.Generate(random, null, out _);
            for (var i = 0; i < size.QuestionsOfAShape; i++) yield return shape.Generate(random, null, out _);
        }
    }
}
