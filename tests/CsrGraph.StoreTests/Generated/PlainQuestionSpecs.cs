using CsCheck;
using CsrGraph.InMemory;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Generated;

/// <summary>
/// The store in memory cuts the pages of plain questions out of rows that it keeps in order. A condition that holds of everything makes a question one
/// that it goes through everything for.
/// </summary>
public sealed class PlainQuestionSpecs
{
    private const int Worlds = 4;
    private const int QuestionsOfAState = 150;

    private static readonly EntityFilter Anything = new EntityFilter.All([]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_cut_from_rows_kept_in_order_is_what_going_through_everything_gives()
    {
        var (random, full) = (new PCG((uint)Random.Shared.Next()), 0);
        for (var i = 0; i < Worlds; i++)
        {
            var seed = random.ToString();
            var world = WorldGen.World.Generate(random, null, out _);
            await using var graph = GraphUnderTest.Of(new InMemoryStore());
            foreach (var changes in world.ChangeSets())
            {
                await graph.ApplyAsync([.. changes]);
                full += await AskAsync(graph, Plain(QuestionGen.Of(world), random).Take(QuestionsOfAState), random, seed);
            }
        }

        Assert.InRange(full, Worlds * World.States * QuestionsOfAState / 4, int.MaxValue);
    }

    [Fact]
    public async Task Rows_are_kept_for_the_head_and_for_no_other_state()
    {
        await using var graph = await GraphUnderTest.SampleAsync(TestedStores.InMemory);
        var request = new FindRequest { Kinds = ["ORGANISATION"], Page = PageRequest.All };
        var early = graph.Now;
        var first = (await graph.FindAsync(request)).Rows[0];
        Assert.Same(first, (await graph.FindAsync(request with { Page = new PageRequest(1) })).Rows[0]);
        Assert.NotSame(first, (await graph.FindAsync(request with { Filter = Anything })).Rows[0]);
        Assert.NotSame(first, (await graph.FindAsync(request, early with { ValidAt = Make.Day("2024-01-01") })).Rows[0]);

        await graph.ApplyAsync(new Change.EntityAdded(Make.Organisation("org:aaa", null, Make.Full("Aaa"))));
        Assert.Equal("org:aaa", (await graph.FindAsync(request)).Rows[0].Entity.Id.Value);
        Assert.NotSame(first, (await graph.FindAsync(request, early)).Rows[0]);
        Assert.Equal(first.Entity, (await graph.FindAsync(request, early)).Rows[0].Entity);
    }

    // How many had something in their answers.
    private static async Task<int> AskAsync(GraphUnderTest graph, IEnumerable<Question> drafts, PCG random, string seed)
    {
        var full = 0;
        foreach (var draft in drafts)
        {
            // A place of an earlier state need not be a row's.
            var earlier = new AsOf(Gen.Long[1, graph.Head].Generate(random, null, out _));
            var question = await draft.WithPlacesAsync(graph.Store, earlier, new Facts(), Cancellation);
            var cut = await question.AskAsync(graph.Store, graph.Now, new Facts(), Cancellation);
            var found = await With(question, Anything).AskAsync(graph.Store, graph.Now, new Facts(), Cancellation);
            if (cut.Text != found.Text) Assert.Fail($"CsCheck_Seed={seed}: {QuestionText.Of(question)}\n== cut\n{cut.Text}\n== found\n{found.Text}");
            if (!cut.IsEmpty) full++;
        }

        return full;
    }

    private static IEnumerable<Question> Plain(Gen<Gen<(Question Question, AsOf AsOf)>> shapes, PCG random)
    {
        while (true)
        {
            var question = shapes.Generate(random, null, out _).Generate(random, null, out _).Question;
            if (question is FindQuestion || (question is RelationQuestion relations && relations.Requests.All(r => r.Of == RelationAnchors.Entities))) yield return With(question, null);
        }
    }

    private static Question With(Question question, EntityFilter? filter) => question switch
    {
        FindQuestion find => find with { Requests = [.. find.Requests.Select(r => r with { Filter = filter, Aggregates = AggregateParts.None })] },
        RelationQuestion relations => relations with
        {
            Requests = [.. relations.Requests.Select(r => r with { Far = filter, Edge = null, Aggregates = AggregateParts.None })],
        },
        _ => throw new ArgumentException($"{question.Asked} takes no condition", nameof(question)),
    };
}
