using System.Net.Http.Headers;
using System.Text.Json;
using CsrGraph.Neo4j;
using CsrGraph.Neo4j.Writing;
using CsrGraph.Store;

namespace CsrGraph.Benchmarks.Loads;

/// <summary>
/// Writes to Neo4j every value that the store keeps of the same changes, and nothing that it needs besides: a bare <c>UNWIND</c> of lists, a thousand
/// rows a request, two requests at once over disjoint ranges by id, and no index but that of the ids. What a load is measured against.
/// </summary>
internal sealed class BareLoad : IDisposable
{
    private const int Batch = 1_000;
    private const int Writers = 2;

    private const string Constraint = "CREATE CONSTRAINT bare IF NOT EXISTS FOR (n:Bare) REQUIRE n.id IS UNIQUE";

    private const string Entities = """
        UNWIND $rows AS r
        CREATE (n:Bare:BareEntity {id: r[0], kind: r[2], category: r[3], name: r[4], sort: r[5], firstDay: r[6], lastDay: r[7], date: r[8], dateCode: r[9],
          body: r[10], addedIn: $number, since: $number})
        WITH n, r UNWIND r[11] AS m
        CREATE (:Bare:BareName {id: m[0], entity: r[0], place: m[1], text: m[2], folded: m[3], length: m[4], short: m[5], matchable: m[6], readings: m[7],
          addedIn: $number})-[:BARE_NAME_OF]->(n)
        """;

    private const string Claims = """
        UNWIND $rows AS r
        MATCH (a:Bare {id: r[2]}) MATCH (b:Bare {id: r[3]})
        CREATE (c:Bare:BareClaim {id: r[0], kind: 'Relation', type: r[1], subject: r[2], object: r[3], day: r[4], until: r[5], rank: r[6], body: r[7],
          addedIn: $number, since: $number, title: r[9].title})
        CREATE (a)-[:$('BARE_' + r[1]) {claimId: substring(r[0], 6), day: r[4], until: r[5], rank: r[6], body: r[7], when: r[8], addedIn: $number,
          since: $number, title: r[9].title}]->(b)
        WITH c, r UNWIND r[10] AS e
        MATCH (d:Bare {id: e[0]})
        CREATE (c)-[:BARE_EVIDENCED_BY {quote: e[1], start: e[2], end: e[3], grade: e[4], note: e[5], roster: e[6], row: e[7], addedIn: $number}]->(d)
        """;

    private readonly HttpClient http;
    private readonly string path;

    /// <summary>Uses the same server as a store would.</summary>
    public BareLoad(Neo4jOptions options)
    {
        path = $"db/{options.Database}/query/v2";
        http = new HttpClient { BaseAddress = options.Address };
        var credentials = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{options.Username}:{options.Password}"));
        if (options.Password is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    /// <summary>Makes what to send ready, and gives the load itself: sending it, and waiting until all is there.</summary>
    /// <param name="changes">New entities without readable properties; relation claims with no qualifier but a title, each before its evidence.</param>
    /// <param name="number">The change-set that the store has them in.</param>
    public Func<CancellationToken, Task> Prepare(IReadOnlyList<Change> changes, long number)
    {
        var entities = changes.OfType<Change.EntityAdded>().Select(c => c.Entity).OrderBy(e => e.Id.Value, StringComparer.Ordinal).ToList();
        var claims = new List<PendingClaim>();
        var piece = 0L;
        foreach (var change in changes)
        {
            if (change is Change.ClaimAdded(var claim, var order)) claims.Add(new PendingClaim(claim, order));
            if (change is Change.EvidenceAdded(_, var evidence)) claims[^1].Evidence.Add(new NumberedEvidence(evidence, (number << 40) + ++piece));
        }

        var entityBodies = Ranges(entities, Entities, number, (json, entity) => EntityRecord.Write(json, entity, number));
        var claimBodies = Ranges([.. claims.OrderBy(c => c.Claim.Id)], Claims, number, (json, claim) => claim.Write(json));
        return async cancellation =>
        {
            await SendAsync(Body(Constraint, number, Array.Empty<int>(), (_, _) => { }), cancellation);
            foreach (var ranges in (byte[][][][])[entityBodies, claimBodies]) await Task.WhenAll(ranges.Select(r => SendAsync(r, cancellation)));
        };
    }

    public void Dispose() => http.Dispose();

    private static byte[][][] Ranges<T>(List<T> rows, string statement, long number, Action<Utf8JsonWriter, T> write) =>
    [
        .. rows.Chunk((rows.Count + Writers - 1) / Writers).Select(range => range.Chunk(Batch).Select(b => Body(statement, number, b, write)).ToArray()),
    ];

    private static byte[] Body<T>(string statement, long number, T[] rows, Action<Utf8JsonWriter, T> write)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("statement", statement);
            json.WriteStartObject("parameters");
            json.WriteNumber("number", number);
            json.Rows(rows, write);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return body.ToArray();
    }

    private async Task SendAsync(byte[][] bodies, CancellationToken cancellation)
    {
        foreach (var body in bodies) await SendAsync(body, cancellation);
    }

    private async Task SendAsync(byte[] body, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await http.PostAsync(path, content, cancellation);
        var answer = await response.Content.ReadAsStringAsync(cancellation);
        if (answer.Contains("\"errors\"", StringComparison.Ordinal)) throw new InvalidOperationException($"Neo4j: {answer}");
    }
}
