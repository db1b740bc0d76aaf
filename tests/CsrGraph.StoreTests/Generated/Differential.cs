using CsrGraph.InMemory;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Generated;

/// <summary>A question with the answer that it has to get, and what it puts to the test.</summary>
internal sealed record Trial(Question Question, AsOf AsOf, Answer Answer, Facts Facts, string Which = "");

/// <summary>One made graph in two stores: a store under test, and the one in memory, which sets down what each answer has to be.</summary>
internal sealed class Differential : IAsyncDisposable
{
    private readonly string store;
    private readonly GraphUnderTest right;
    private readonly GraphUnderTest given;
    private Facts? watched;

    private Differential(string store, GraphUnderTest given)
    {
        (this.store, this.given) = (store, given);
        right = GraphUnderTest.Of(new InMemoryStore((filter, holds) => watched?.AddCondition(filter, holds)));
    }

    /// <summary>Loads a world into both, one change-set after the other.</summary>
    public static async Task<Differential> LoadAsync(string store, World world)
    {
        var both = new Differential(store, await GraphUnderTest.EmptyAsync(store));
        if (store == TestedStores.Neo4j) await Neo4jDatabase.ForgetPlansAsync(TestContext.Current.CancellationToken);
        foreach (var changes in world.ChangeSets())
        {
            Assert.Equal(await both.right.ApplyAsync([.. changes]), await both.given.ApplyAsync([.. changes]));
        }

        return both;
    }

    /// <summary>Puts a question to the store in memory, and tells what it puts to the test.</summary>
    public async Task<Trial> TryAsync(Question draft, AsOf asOf, CancellationToken cancellation)
    {
        var facts = new Facts();
        var question = await draft.WithPlacesAsync(right.Store, asOf, facts, cancellation);
        watched = facts;
        var answer = await question.AskAsync(right.Store, asOf, facts, cancellation);
        watched = null;
        facts.Add(Operators.Asked(question.Asked), !answer.IsEmpty);
        return new Trial(question, asOf, answer, facts);
    }

    /// <summary>Puts the question to the store under test, and fails where the answer is another.</summary>
    public async Task AssertAlikeAsync(Trial trial, CancellationToken cancellation)
    {
        var other = await AskAsync(trial.Question, trial.AsOf, cancellation);
        if (trial.Answer.Text == other) return;
        Assert.Fail(
            $"{trial.Which}: {QuestionText.Of(trial.Question)}\nat {trial.AsOf.Head}, valid at {trial.AsOf.ValidAt}\n"
            + $"== in memory\n{trial.Answer.Text}\n== {store}\n{other}");
    }

    /// <summary>Tells whether the state that was asked for makes a difference to the answer.</summary>
    public async Task AddStateAsync(Trial trial, CancellationToken cancellation)
    {
        var (asOf, facts) = (trial.AsOf, trial.Facts);
        if (asOf.Head < World.States) facts.Add(Operators.EarlierState, await DiffersAsync(trial, asOf with { Head = World.States }, cancellation));
        if (asOf.ValidAt is not null) facts.Add(Operators.ValidAt, await DiffersAsync(trial, asOf with { ValidAt = null }, cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        await given.DisposeAsync();
        await right.DisposeAsync();
    }

    private async Task<bool> DiffersAsync(Trial trial, AsOf asOf, CancellationToken cancellation) =>
        trial.Answer.Text != (await trial.Question.AskAsync(right.Store, asOf, new Facts(), cancellation)).Text;

    private async Task<string> AskAsync(Question question, AsOf asOf, CancellationToken cancellation)
    {
        try
        {
            return (await question.AskAsync(given.Store, asOf, new Facts(), cancellation)).Text;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever it is, it is not the answer: the message shows it beside the right one.
            return exception.ToString();
        }
    }
}
