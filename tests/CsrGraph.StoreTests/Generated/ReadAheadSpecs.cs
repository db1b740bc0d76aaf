using CsCheck;
using CsrGraph.InMemory;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Generated;

/// <summary>What a store reads ahead of the rows that it brings (<see cref="RelationRequest.Ahead"/>) is what it would have answered in its turn.</summary>
public sealed class ReadAheadSpecs(ITestOutputHelper output)
{
    private const int Worlds = 2;
    private const int QuestionsOfAWorld = 25;

    // Made graphs that tell too little are followed by more.
    private const int MostWorlds = 10 * Worlds;
    private const int LeastRows = 20;
    private const int Depth = 2;

    /// <summary>The stores that read ahead.</summary>
    public static IEnumerable<TheoryDataRow<string>> Reading =>
        [.. TestedStores.All.Where(s => s.Name == TestedStores.Neo4j).Select(s => new TheoryDataRow<string>(s.Name) { Skip = s.Missing })];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Reading))]
    public async Task What_is_read_ahead_is_what_would_have_been_answered(string store)
    {
        var random = new PCG((uint)Random.Shared.Next());
        var (read, rows) = (0, 0);
        for (var i = 0; i < Worlds || (!IsTelling() && i < MostWorlds); i++)
        {
            var seed = random.ToString();
            var world = WorldGen.World.Generate(random, null, out _);
            await using var right = GraphUnderTest.Of(new InMemoryStore());
            await using var given = await GraphUnderTest.EmptyAsync(store);
            Assert.True(given.Store.ReadsAhead);
            foreach (var changes in world.ChangeSets())
            {
                var all = changes.ToArray();
                await right.ApplyAsync(all);
                await given.ApplyAsync(all);
            }

            var questions = new Questions(world, random);
            for (var asked = 0; asked < QuestionsOfAWorld; asked++)
            {
                var state = asked % 4 == 0 ? new AsOf(Gen.Long[1, right.Head].Generate(random, null, out _)) : right.Now;
                var ahead = questions.Ahead(Depth);
                var pages = asked % 2 == 0
                    ? (await given.Store.FindAsync(questions.Found(ahead), state, Cancellation)).Select(p => (Ends: p.Rows.Select(r => r.Entity.Id.Value), p.Ahead))
                    : (await given.Store.RelationsAsync(questions.Related(ahead), state, Cancellation)).SelectMany(p => p)
                        .Select(p => (Ends: p.Rows.Select(r => r.Far.Id.Value), p.Ahead));
                foreach (var (ends, brought) in pages) await CompareAsync(right.Store, state, [.. ends], ahead, brought, seed);
            }
        }

        output.WriteLine($"{read} pages read ahead, with {rows} rows");
        Assert.True(IsTelling(), $"only {read} pages were read ahead, with {rows} rows");

        bool IsTelling() => read >= Worlds * QuestionsOfAWorld && rows >= LeastRows;

        async Task CompareAsync(IGraphStore right, AsOf state, string[] ends, IReadOnlyList<RelationAhead> ahead, IReadOnlyList<AheadPages> brought, string seed)
        {
            foreach (var pages in brought)
            {
                var request = ahead.Single(a => a.Key == pages.Key).Request;
                Assert.Equal(ends.Length, pages.Pages.Count);
                for (var i = 0; i < ends.Length; i++)
                {
                    if (pages.Pages[i] is not { } page) continue;
                    read++;
                    rows += page.Rows.Count;
                    var own = (await right.RelationsAsync([request with { Anchors = [ends[i]], Ahead = [] }], state, Cancellation))[0][0];
                    var (answer, wanted) = (Transcript.Of(page, request), Transcript.Of(own, request));
                    if (answer != wanted) Assert.Fail($"CsCheck_Seed={seed}, {ends[i]} at {state.Head}: {QuestionText.Of(request)}\n== in its turn\n{wanted}\n== ahead\n{answer}");
                    await CompareAsync(right, state, [.. page.Rows.Select(r => r.Far.Id.Value)], request.Ahead, page.Ahead, seed);
                }
            }
        }
    }

    private sealed class Questions(World world, PCG random)
    {
        private static readonly PageRequest Several = new(7);

        private readonly Gen<Gen<(Question Question, AsOf AsOf)>> shapes = QuestionGen.Of(world);

        private readonly RelationKey[] relations =
        [
            .. world.Claims.Select(c => c.Claim).Where(c => c.Kind == ClaimKind.Relation)
                .SelectMany(c => (RelationKey[])[new(c.Type, RelationEnd.Subject), new(c.Type, RelationEnd.Object)]).Distinct(),
        ];

        public FindRequest[] Found(IReadOnlyList<RelationAhead> ahead) =>
            [.. Next<FindQuestion>().Requests.Select(r => r with { Filter = Filter(r), Page = Several with { FromEnd = Half() }, Ahead = ahead })];

        public RelationRequest[] Related(IReadOnlyList<RelationAhead> ahead) =>
            [.. Next<RelationQuestion>().Requests.Select(r => Half() ? r : Plain(r)).Select(r => r with { Page = Several, Ahead = ahead })];

        // Most of them such as are asked most, who is at the other end, and no more; one is any.
        public RelationAhead[] Ahead(int depth)
        {
            var any = Next<RelationQuestion>().Requests[0];
            RelationRequest[] all = [any, .. Enumerable.Range(0, 3).Select(_ => Plain(any) with { Of = RelationAnchors.Entities, Relation = relations[random.Next() % relations.Length] })];
            return [.. all.Select((request, i) => new RelationAhead($"{depth}.{i}", request with
            {
                Anchors = [],
                Page = new PageRequest(Gen.Int[1, 4].Generate(random, null, out _)),
                Ahead = depth == 1 ? [] : Ahead(depth - 1),
            }))];
        }

        private RelationRequest Plain(RelationRequest request) => request with
        {
            Far = null,
            Edge = Half() ? request.Edge : null,
            FarParts = EntityParts.Heading,
            Sort = SortTerm.Claims,
            WantsClaims = false,
            WantsPlaces = false,
            WantsTotals = false,
            Aggregates = AggregateParts.None,
        };

        private EntityFilter? Filter(FindRequest request) => (random.Next() % 3) switch
        {
            0 => null,
            1 => new EntityFilter.IdIn([.. world.Entities.Select(e => e.First.Id.Value).Where(_ => Half())]),
            _ => request.Filter,
        };

        private bool Half() => random.Next() % 2 == 0;

        private T Next<T>()
            where T : Question
        {
            while (true)
            {
                if (shapes.Generate(random, null, out _).Generate(random, null, out _).Question is T question) return question;
            }
        }
    }
}
