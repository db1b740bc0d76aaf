using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j;
using CsrGraph.Store;

namespace CsrGraph.LoadProbe;

/// <summary>
/// Writes the same claims to Neo4j without anything that a store needs besides: nodes, typed relationships and evidence by a bare <c>UNWIND</c> of
/// lists, a thousand claims a request, two requests at once over claims in the order of their ids. What a load is measured against.
/// </summary>
public sealed class BareLoad : IDisposable
{
    private const int Batch = 1_000;

    private const string Entities = "UNWIND $rows AS r CREATE (:Bare {id: r[0], kind: r[1], name: r[2]})";

    private const string Claims =
        "UNWIND $rows AS r MATCH (a:Bare {id: r[2]}) MATCH (b:Bare {id: r[3]}) "
        + "CREATE (c:Bare:BareClaim {id: r[0], type: r[1], subject: r[2], object: r[3], day: r[4], rank: r[5], title: r[6]}) "
        + "CREATE (a)-[:$('BARE_' + r[1]) {claimId: r[0], day: r[4], rank: r[5], title: r[6]}]->(b) "
        + "WITH c, r UNWIND r[7] AS e MATCH (d:Bare {id: e[0]}) "
        + "CREATE (c)-[:BARE_EVIDENCED_BY {quote: e[1], start: e[2], end: e[3], grade: e[4]}]->(d)";

    private readonly HttpClient http;
    private readonly string database;

    /// <summary>Uses the same server as a store would.</summary>
    public BareLoad(Neo4jOptions options)
    {
        database = options.Database;
        http = new HttpClient { BaseAddress = options.Address };
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Username}:{options.Password}"));
        if (options.Password is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    /// <summary>Writes what changes add.</summary>
    public async Task RunAsync(IEnumerable<Change> changes)
    {
        await RunAsync("CREATE CONSTRAINT bare IF NOT EXISTS FOR (n:Bare) REQUIRE n.id IS UNIQUE", []);
        var (entities, claims, sending) = (new List<object?[]>(), new List<object?[]>(), new List<Task>());
        foreach (var change in changes)
        {
            switch (change)
            {
                case Change.EntityAdded(var entity):
                    entities.Add([entity.Id.Value, entity.Kind, entity.Name]);
                    if (entities.Count == Batch) await SendAsync(Entities, entities, sending);
                    break;
                case Change.ClaimAdded(var claim, var order):
                    if (entities.Count > 0) await SendAsync(Entities, entities, sending);
                    if (claims.Count == 0 || claims.Count == Batch) await WaitAsync(sending, claims.Count == 0 ? 0 : 1);
                    if (claims.Count == Batch) await SendAsync(Claims, claims, sending);
                    claims.Add(Row(claim, order));
                    break;
                case Change.EvidenceAdded(_, var evidence):
                    ((List<object?[]>)claims[^1][7]!).Add(
                        [evidence.Document.Value, evidence.Quote, evidence.Span?.Start, evidence.Span?.End, evidence.Grade.ToString()]);
                    break;
            }
        }

        await SendAsync(Claims, claims, sending);
        await WaitAsync(sending, 0);
    }

    /// <summary>Removes what such loads wrote.</summary>
    public async Task ClearAsync()
    {
        // Relationships first: a node's own may be too many for one transaction.
        string[] statements = ["MATCH (:Bare)-[r]->() WITH r LIMIT 20000 DELETE r RETURN count(*)", "MATCH (n:Bare) WITH n LIMIT 10000 DELETE n RETURN count(*)"];
        foreach (var statement in statements)
        {
            while ((await RunAsync(statement, [])).GetProperty("data").GetProperty("values")[0][0].GetInt64() > 0)
            {
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static object?[] Row(Claim claim, ClaimOrder order) =>
    [
        claim.Id.ToString(), claim.Type, claim.Subject.Value, claim.Object?.Value, order.FromDay, order.Rank,
        claim.Qualifiers.Select(q => q.Value).FirstOrDefault(), new List<object?[]>(),
    ];

    private static async Task WaitAsync(List<Task> sending, int most)
    {
        while (sending.Count > most)
        {
            var done = await Task.WhenAny(sending);
            sending.Remove(done);
            await done;
        }
    }

    private async Task SendAsync(string statement, List<object?[]> rows, List<Task> sending)
    {
        await WaitAsync(sending, 1);
        object?[][] batch = [.. rows.OrderBy(r => (string)r[0]!, StringComparer.Ordinal)];
        rows.Clear();
        sending.Add(RunAsync(statement, batch));
    }

    private async Task<JsonElement> RunAsync(string statement, object?[][] rows)
    {
        using var response = await http.PostAsJsonAsync($"db/{database}/query/v2", new { statement, parameters = new { rows } });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException($"Neo4j: {errors}") : answer;
    }
}
