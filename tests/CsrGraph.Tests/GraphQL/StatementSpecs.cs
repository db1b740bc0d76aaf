using CsrGraph.GraphQL;
using CsrGraph.Sqlite;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Below the calls: a question costs as many SQL statements for a thousand rows as for ten.</summary>
public sealed class StatementSpecs : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("csrgraph-").FullName;
    private SqliteGraphStore store = null!;
    private Asking ask = null!;

    public static TheoryData<string> Questions => new()
    {
        "{ events(first: $first) { nodes { name guidedBy { totalCount edges { node { name ... on Organisation { category } } evidence { quote document { publisher { name } } } } } } } }",
        "{ pledges(first: $first) { nodes { name signatories(filter: { category: { eq: COMPANY } }, first: 100) { totalCount nodes { name } } roster(role: SIGNED) { stated { min } named { count } unnamed } } } }",
        "{ events(first: $first) { nodes { speakers { edges { act title onBehalfOf { name } node { name positions { edges { title node { name } } } } } } } } }",
        "{ events(first: $first) { nodes { date { text } dates { text } claims { totalCount nodes { sentence } } documents { nodes { id } } names { text } } } }",
    };

    public async ValueTask InitializeAsync()
    {
        var graph = new GraphBuilder();
        for (var o = 0; o < 10; o++) graph.Entity($"org:{o}", "ORGANISATION", $"机构{o}", "COMPANY").Entity($"person:{o}", "PERSON", $"人物{o}");
        for (var e = 0; e < 100; e++) graph.Entity($"event:{e}", "EVENT", $"活动{e}", date: "2024").Entity($"pledge:{e}", "PLEDGE", $"倡议{e}");
        for (var o = 0; o < 10; o++)
        {
            graph.Relation("HOLDS_POSITION", $"person:{o}", $"org:{o}", ("title", "会长"), ("state", "CURRENT"));
            for (var e = 0; e < 100; e++)
            {
                graph.Relation("GUIDED", $"org:{o}", $"event:{e}").Relation("SIGNED", $"org:{o}", $"pledge:{e}")
                    .Relation("SPOKE_AT", $"person:{o}", $"event:{e}", ("act", "SPEECH"), ("onBehalfOf", $"org:{o}"));
            }
        }

        store = await SqliteGraphStore.OpenAsync(new SqliteStoreOptions(Path.Combine(folder, "made.db")) { HeadLifetime = TimeSpan.Zero });
        await graph.ApplyAsync(store);
        ask = new Asking(new GraphQLApi(VocabularyDefinition.Load(), store));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_costs_as_many_statements_for_a_thousand_rows_as_for_ten(string question)
    {
        var few = await StatementsAsync(question, 1);
        var many = await StatementsAsync(question, 100);
        Assert.Equal(few, many);
        Assert.InRange(many, 2, 12);
    }

    public async ValueTask DisposeAsync()
    {
        ask?.Dispose();
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<long> StatementsAsync(string question, int first)
    {
        var before = store.StatementsExecuted;
        await ask.DataAsync($"query ($first: Int) {question}", new { first });
        return store.StatementsExecuted - before;
    }
}
