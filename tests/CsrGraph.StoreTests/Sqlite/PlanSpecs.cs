using System.Text.RegularExpressions;
using CsCheck;
using CsrGraph.LoadProbe;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using CsrGraph.StoreTests.Generated;
using CsrGraph.Vocabulary;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CsrGraph.StoreTests.Sqlite;

/// <summary>
/// How SQLite goes about every statement of made questions, once 200 000 claims are in. The store keeps no statistics (ANALYZE): a plan follows from the
/// text and the schema alone, and is the same in every file.
/// </summary>
public sealed partial class PlanSpecs(PlannedStore made) : IClassFixture<PlannedStore>
{
    /// <summary>Statements that go through a table on purpose: a part of their text, and why.</summary>
    private static readonly (string Part, string Reason)[] KindBound =
    [
        ("count(*) AS n FROM", "counts at an earlier head, or on a day, are counted"),
        ("count(DISTINCT v.row >> 20) AS n FROM", "the same by document"),
        ("FROM k CROSS JOIN claim a WHERE 1", "the number of all claims that satisfy a condition"),
        ("SELECT a.row FROM claim a WHERE 1", "all claims, gone through in another order than the default, or to the end of a filter"),
        ("WITH g AS MATERIALIZED", "groups of all claims that satisfy a condition"),
        ("value ->> '$[0]' AS k0", "what is in groups of all claims"),
        ("EXISTS (SELECT 1 FROM claim a WHERE 1", "whether rows lie before the first of a page of all claims"),
        ("x.added_in = k.number AND x.since = k.number AND k.number = 1", "what the first change-set added is nearly all there is"),
        (" AND 0 ", "a condition that nothing satisfies: nothing is read"),
        (" AND 0)", "the same"),
        (" AND (0)", "the same"),
        (" AND (0 AND ", "the same"),
        (" NOT INDEXED WHERE a.added_in", "all that stands, streamed"),
        (" NOT INDEXED CROSS JOIN claim a", "all that stands, streamed"),
        ("AND e.added_in > 0 AND", "all that stands, streamed"),
        ("AND a.added_in > 0 AND", "all that stands, streamed"),
        ("AND v.added_in > 0 AND", "all that stands, streamed"),
    ];

    /// <summary>Questions of which a choice is sorted: the pieces of one claim, and the entities that are named, are few.</summary>
    private static readonly string[] SortedChoices = ["evidence of claims", "entities named by id in a filter"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_statement_goes_through_all_of_a_table_that_is_not_meant_to()
    {
        var texts = await AskedAsync();
        Assert.True(texts.Count > 100, $"only {texts.Count} statements were asked");
        var faults = texts.Where(t => !KindBound.Any(k => t.Contains(k.Part, StringComparison.Ordinal)))
            .Select(t => (Text: t, Scans: made.Plan(t).Where(l => WholeTable().IsMatch(l.Detail)).Select(l => l.Detail).ToList()))
            .Where(t => t.Scans.Count > 0)
            .Select(t => $"{string.Join("; ", t.Scans)}\n{t.Text}")
            .ToList();
        Assert.True(faults.Count == 0, $"{faults.Count} statements:\n{string.Join("\n\n", faults.Take(5))}");
    }

    [Theory, MemberData(nameof(Indexed))]
    public async Task An_indexed_question_is_answered_in_an_indexs_order_and_reads_little(string name)
    {
        made.Work.Clear();
        var rows = await Questions[name](made.Store, made.Now);
        Assert.True(rows > 0, "nothing was answered");
        foreach (var work in made.Work)
        {
            var plan = made.Plan(work.Text);
            Assert.DoesNotContain(plan, l => WholeTable().IsMatch(l.Detail) && !l.Detail.Contains("claim_order", StringComparison.Ordinal));

            // Rows are chosen in an index's order; what sorts is at most the page itself, at the outermost level.
            Assert.DoesNotContain(plan, l => l.IsChoice && l.Detail == "USE TEMP B-TREE FOR ORDER BY" && !SortedChoices.Contains(name));
        }

        // A row that is read and passed over takes at least five steps of SQLite's machine; a row that is given takes about a hundred.
        Assert.InRange(made.Work.Sum(w => w.Steps), 1, 1_000 + (rows * 20 * 5) + (rows * 100));
    }

    public static TheoryData<string> Indexed => [.. Questions.Keys];

    private static Dictionary<string, Func<SqliteGraphStore, AsOf, Task<int>>> Questions { get; } = new()
    {
        ["entities by id"] = async (s, now) => (await s.EntitiesAsync(Events(100), now, Cancellation)).Count,
        ["entities named by id in a filter"] = (s, now) => FindAsync(s, now, new FindRequest
        {
            Kinds = ["EVENT"],
            Filter = new EntityFilter.IdIn(Events(100)),
            Page = new PageRequest(100),
        }),
        ["the first by name"] = (s, now) => FindAsync(s, now, new FindRequest { Kinds = ["ORGANISATION", "EVENT"], Page = new PageRequest(50) }),
        ["the first by a relation's count"] = (s, now) => FindAsync(s, now, ByCount(null)),
        ["the next by a relation's count"] = async (s, now) =>
        {
            var first = (await s.FindAsync([ByCount(null)], now, Cancellation))[0];
            return first.Rows.Count + await FindAsync(s, now, ByCount(first.Rows[^1].Position));
        },
        ["relations of many"] = (s, now) => RelationsAsync(s, now, totals: false),
        ["relations of many with totals"] = (s, now) => RelationsAsync(s, now, totals: true),
        ["links of many"] = (s, now) => LinksAsync(s, now, RelationRequest.Links(Events(100), Walked), p => p.Links.Count),
        ["links to the entities named by id"] = (s, now) =>
            LinksAsync(s, now, RelationRequest.Links(Events(100), ["SIGNED", "ATTENDED"]) with { Far = new EntityFilter.IdIn(Events(100)) }, p => p.Links.Count + 100),
        ["degrees of many"] = (s, now) => LinksAsync(s, now, RelationRequest.Degrees(Events(100), Walked), p => p.Degrees.Count),
        ["neighbours of many"] = (s, now) => LinksAsync(s, now, RelationRequest.Neighbours(Events(100), Walked, 300), p => p.Neighbours.Count),
        ["the first of all claims"] = async (s, now) =>
            (await s.ClaimsAsync([new ClaimRequest { By = ClaimsBy.All, Page = new PageRequest(50) }], now, Cancellation))[0][0].Rows.Count,
        ["the next of all claims"] = async (s, now) => (await s.ClaimsAsync(
            [new ClaimRequest { By = ClaimsBy.All, Page = new PageRequest(50, new Position([737_000L, 7L], new CsrGraph.Model.ClaimId(9).ToString())) }],
            now,
            Cancellation))[0][0].Rows.Count,
        ["evidence of claims"] = async (s, now) =>
            (await s.EvidenceAsync([new EvidenceRequest([.. Enumerable.Range(0, 100).Select(i => new MadeSector(PlannedStore.Claims).Claim(i).Id)])], now, Cancellation))
            [0].Sum(e => e.Count),
        ["counts"] = async (s, now) => (await s.CountAsync([new CountRequest.Standing(CountOf.RelationsByType), new CountRequest.Standing(CountOf.EntitiesByKind), new CountRequest.Standing(CountOf.ClaimsByKind)], now, Cancellation)).Sum(c => c.Rows.Count),
    };

    private static FindRequest ByCount(Position? after) => new()
    {
        Kinds = ["ORGANISATION"],
        Sort = [new SortTerm(SortBy.RelationCount, true, new RelationKey("SIGNED", RelationEnd.Subject))],
        Page = new PageRequest(50, after),
    };

    private static async Task<int> FindAsync(SqliteGraphStore store, AsOf now, FindRequest request) => (await store.FindAsync([request], now, Cancellation))[0].Rows.Count;

    private static async Task<int> RelationsAsync(SqliteGraphStore store, AsOf now, bool totals)
    {
        var pages = (await store.RelationsAsync(
            [
                new RelationRequest
                {
                    Anchors = Events(100), Relation = new RelationKey("ATTENDED", RelationEnd.Object), Page = new PageRequest(20), WantsTotals = totals,
                },
            ],
            now,
            Cancellation))[0];
        return pages.Sum(p => p.Rows.Count) + (totals ? pages.Count : 0);
    }

    private static async Task<int> LinksAsync(SqliteGraphStore store, AsOf now, RelationRequest request, Func<RelationPage, int> rows) =>
        (await store.RelationsAsync([request], now, Cancellation))[0].Sum(rows);

    private static string[] Walked => [.. VocabularyDefinition.Load().RelationTypes.Where(t => !t.IsIdentity).Select(t => t.Id)];

    private static string[] Events(int count) => [.. Enumerable.Range(0, count).Select(MadeSector.Event)];

    /// <summary>The texts of a few hundred made questions, at all states, and of questions about the planned store itself.</summary>
    private static async Task<IReadOnlySet<string>> AskedAsync()
    {
        using var folder = new StoreFolder();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        await using var store = await folder.OpenAsync(o => o with { OnStatement = w => texts.Add(w.Text), Readers = 1 });
        var (world, questions) = (from w in WorldGen.World from q in QuestionGen.Of(w).SelectMany(shape => shape).Array[600] select (w, q)).Single();
        var head = 0L;
        foreach (var changes in world.ChangeSets()) head = (await StoreFolder.ApplyAsync(store, changes, head)).Number;
        foreach (var (draft, asOf) in questions)
        {
            var question = await draft.WithPlacesAsync(store, asOf, new Facts(), Cancellation);
            await question.AskAsync(store, asOf, new Facts(), Cancellation);
        }

        return texts;
    }

    // Of the large tables, under the names that statements give them. The anchors and what a search has found (f without an index) may be gone through.
    // An index that a statement makes for itself is made of a whole table.
    [GeneratedRegex(@"^(SCAN ((claim|entity|evidence|name|relation_count|node|[aenvxyzc]|[re]\d+)( USING .*)?|f USING .*)|SEARCH (claim|entity|evidence|name|relation_count|node|[aefnvxyzc]|[re]\d+) USING AUTOMATIC .*)$")]
    private static partial Regex WholeTable();
}

/// <summary>A made sector of 200 000 claims.</summary>
public sealed class PlannedStore : IAsyncLifetime
{
    public const int Claims = 200_000;

    private readonly StoreFolder folder = new();
    private SqliteConnection connection = null!;

    public SqliteGraphStore Store { get; private set; } = null!;

    public List<StatementWork> Work { get; } = [];

    public AsOf Now { get; } = new(1);

    public async ValueTask InitializeAsync()
    {
        Store = await folder.OpenAsync(o => o with { OnStatement = Work.Add, Readers = 1 });
        await StoreFolder.ApplyAsync(Store, new MadeSector(Claims).Changes());
        connection = new SqliteConnection($"Data Source={folder.File};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
    }

    /// <summary>The lines of a statement's plan, each with whether it is of a subquery that chooses rows.</summary>
    public IReadOnlyList<(string Detail, bool IsChoice)> Plan(string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The store wrote these texts.
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
#pragma warning restore CA2100
        foreach (Match parameter in Regex.Matches(text, @"\?\d+").DistinctBy(m => m.Value)) command.Parameters.AddWithValue(parameter.Value, DBNull.Value);
        using var rows = command.ExecuteReader();
        var lines = new List<(string, bool)>();
        var choices = new HashSet<int>();
        while (rows.Read())
        {
            var (id, parent, detail) = (rows.GetInt32(0), rows.GetInt32(1), rows.GetString(3));
            var isChoice = choices.Contains(parent);
            if (isChoice || detail.Contains("LIST SUBQUERY", StringComparison.Ordinal)) choices.Add(id);
            lines.Add((detail, isChoice));
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await Store.DisposeAsync();
        folder.Dispose();
    }
}
