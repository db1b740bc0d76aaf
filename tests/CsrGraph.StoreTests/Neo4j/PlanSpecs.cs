using System.Text.RegularExpressions;
using CsCheck;
using CsrGraph.Neo4j;
using CsrGraph.Store;
using CsrGraph.StoreTests.Generated;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

/// <summary>No statement is planned so that it reads more of the database than its question is about; see <see cref="PlannedOperators"/>.</summary>
public sealed partial class PlanSpecs(ITestOutputHelper output)
{
    private const int Questions = 120;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_fixed_statement_begins_at_an_index()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var store = await OneDatabase.OpenAsync();
        await OneDatabase.LoadAsync(store, 2_000);
        await database.ReplanAsync();
        using var plans = new PlanReader(Neo4jDatabase.Options!);
        var refused = new List<string>();
        foreach (var name in Queries.Names()) refused.AddRange(await RefusedAsync(plans, $"cypher/queries/{name}", Queries.Named(name)));

        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    [Fact]
    public async Task Every_question_of_a_kind_begins_at_an_index()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var relay = new StatementRelay(Neo4jDatabase.Options!.Address);
        await using var store = await OneDatabase.OpenAsync(relay);
        var (world, questions) = Made();
        await OneDatabase.LoadAsync(store, 2_000);
        var head = 1L;
        foreach (var changes in world.ChangeSets()) head = (await OneDatabase.ApplyAsync(store, changes, head)).Number;
        await database.ReplanAsync();
        relay.Take();

        using var plans = new PlanReader(Neo4jDatabase.Options);
        var (refused, planned) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (question, asOf) in questions)
        {
            // Its heads are the world's, which begin after the one that was loaded before.
            await question.AskAsync(store, asOf with { Head = asOf.Head + 1 }, new Facts(), Cancellation);
            foreach (var (text, _) in relay.Take().Where(p => planned.Add(p.Text))) refused.UnionWith(await RefusedAsync(plans, ClassOf(question), text));
        }

        output.WriteLine($"{planned.Count} texts");
        Assert.True(planned.Count > Questions / 2, $"only {planned.Count} texts");
        Assert.True(refused.Count == 0, string.Join('\n', refused.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task What_is_read_along_of_rows_begins_at_them()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var relay = new StatementRelay(Neo4jDatabase.Options!.Address);
        await using var store = await OneDatabase.OpenAsync(relay);
        await OneDatabase.LoadAsync(store, 2_000);
        await database.ReplanAsync();
        RelationAhead[] ahead =
        [
            Ahead("GUIDED", RelationEnd.Object),
            Ahead("RELEASED_AT", RelationEnd.Object, Ahead("SIGNED", RelationEnd.Object, Ahead("GUIDED", RelationEnd.Subject))),
        ];
        FindRequest found = new() { Kinds = ["EVENT"], Page = new PageRequest(20), Ahead = ahead };
        var related = ahead[0].Request with { Anchors = ["org:1"], Relation = new RelationKey("GUIDED", RelationEnd.Subject), Ahead = ahead };
        relay.Take();

        using var plans = new PlanReader(Neo4jDatabase.Options);
        foreach (var filter in (EntityFilter?[])[null, new EntityFilter.IdIn(["event:1", "event:2"])])
        {
            await store.FindAsync([found with { Filter = filter }], new AsOf(1), Cancellation);
        }

        await store.RelationsAsync([related], new AsOf(1), Cancellation);
        var texts = relay.Take().Select(asked => asked.Text).Distinct().ToArray();
        Assert.InRange(texts.Length, 3, 4);
        var refused = new List<string>();
        foreach (var text in texts) refused.AddRange(await RefusedAsync(plans, "lists read along", text));
        Assert.True(refused.Count == 0, string.Join('\n', refused));
    }

    [Fact]
    public async Task Every_property_that_a_question_names_is_made_known_before_anything_has_it()
    {
        await using var database = await OneDatabase.EmptyAsync();
        await using var relay = new StatementRelay(Neo4jDatabase.Options!.Address);
        await using var store = await OneDatabase.OpenAsync(relay);
        var (world, questions) = Made();
        var head = 0L;
        foreach (var changes in world.ChangeSets()) head = (await OneDatabase.ApplyAsync(store, changes, head)).Number;
        relay.Take();

        foreach (var (question, asOf) in questions) await question.AskAsync(store, asOf, new Facts(), Cancellation);

        var known = Queries.Schema().SelectMany(script => Named().Matches(script.Text)).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var named = relay.Take().SelectMany(asked => Named().Matches(Texts().Replace(asked.Text, ""))).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        output.WriteLine(string.Join(' ', named.Order(StringComparer.Ordinal)));
        Assert.InRange(named.Count, 20, 60);
        Assert.Empty(named.Except(known));
    }

    // A property of a row, or a member of a map.
    [GeneratedRegex(@"\b[a-z]\w*\.(?<name>[a-z]\w*)\b(?!\s*\()|[{,]\s*(?<name>[a-z]\w*):")]
    private static partial Regex Named();

    [GeneratedRegex("'[^']*'|`[^`]*`")]
    private static partial Regex Texts();

    private static RelationAhead Ahead(string type, RelationEnd anchor, params RelationAhead[] ahead) => new($"{type} {anchor}", new RelationRequest
    {
        Anchors = [],
        Relation = new RelationKey(type, anchor),
        Page = new PageRequest(10),
        FarParts = EntityParts.Heading,
        WantsClaims = false,
        WantsPlaces = false,
        Ahead = ahead,
    });

    // The same ones each time.
    private static (World World, (Question Question, AsOf AsOf)[] Questions) Made()
    {
        var random = new PCG(1, 20251125);
        var world = WorldGen.World.Generate(random, null, out _);
        return (world, QuestionGen.Of(world).SelectMany(shape => shape).Array[Questions].Generate(random, null, out _));
    }

    private static string ClassOf(Question question) => question switch
    {
        ClaimQuestion c when c.Requests.Any(r => r.By == ClaimsBy.Group) => "claims by Group",
        ClaimQuestion c => $"claims by {string.Join(" and ", c.Requests.Select(r => r.By).Order())}",
        RelationQuestion r => $"relations of {string.Join(" and ", r.Requests.Select(q => q.Of))}",
        ChangeSetQuestion => "change-sets",
        CountQuestion c => $"count {string.Join(" and ", c.Of)}",
        GroupQuestion => "count groups",
        _ => question.GetType().Name,
    };

    private static async Task<IEnumerable<string>> RefusedAsync(PlanReader plans, string asked, string text)
    {
        var plan = await plans.ExplainAsync(text);
        return PlannedOperators.Of(plan).Distinct().Where(o => PlannedOperators.IsRefused(asked, o)).Select(o => $"{o} in {asked}: {text}");
    }
}
