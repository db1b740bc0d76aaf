using CsrGraph.InMemory;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>A store that gives no more than it is asked for leads to the same answers.</summary>
public sealed class LeanStoreSpecs(SeededApi seeded, SmallGraph small) : IClassFixture<SeededApi>, IClassFixture<SmallGraph>
{
    [Fact]
    public async Task The_cookbooks_questions_have_the_same_answers()
    {
        var lean = new LeanStore(seeded.Store);
        await SameAnswers.ToTheCookbookAsync(seeded, lean);
        Assert.True(lean.Headings > 50, $"{lean.Headings} headings");
    }

    [Fact]
    public async Task The_benchmark_question_has_the_same_answer()
    {
        var lean = new LeanStore(seeded.Store);
        var events = await SameAnswers.ToTheBenchmarkAsync(seeded, lean);
        Assert.True(lean.Headings > events, $"{lean.Headings} headings");
    }

    [Fact]
    public async Task Any_selection_has_the_same_answer()
    {
        var lean = new LeanStore(small.Store);
        await SameAnswers.ToAnySelectionAsync(small, lean);
        Assert.True(lean.Headings > SameAnswers.Iterations / 2, $"{lean.Headings} headings");
    }
}
