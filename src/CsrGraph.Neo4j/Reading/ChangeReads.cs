using System.Runtime.CompilerServices;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// Reads the difference between two states, some claims or entities at a time in the order of their ids. Whatever of the difference lies between two
/// near states is found by what their change-sets added and retracted; from nothing, by going through everything.
/// </summary>
internal sealed class ChangeReads(Neo4jClient client, ConsistentReads reads, long after, long upTo)
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<Change> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        if (upTo <= after) yield break;
        if (after > 0)
        {
            await foreach (var (before, now) in EvidenceAsync(cancellation))
            {
                foreach (var (claim, piece) in before.Except(now)) yield return new Change.EvidenceRetracted(claim, piece);
            }

            await foreach (var row in ClaimsAsync(after, upTo, cancellation)) yield return new Change.ClaimRetracted(row.Claim);
            await foreach (var (before, now) in EntitiesAsync(cancellation))
            {
                if (before is not null && now?.SaysTheSameAs(before) != true) yield return new Change.EntityRetracted(before);
            }
        }

        await foreach (var (before, now) in EntitiesAsync(cancellation))
        {
            if (now is not null && before?.SaysTheSameAs(now) != true) yield return new Change.EntityAdded(now);
        }

        await foreach (var row in ClaimsAsync(upTo, after, cancellation)) yield return new Change.ClaimAdded(row.Claim, row.Order);
        await foreach (var (before, now) in EvidenceAsync(cancellation))
        {
            foreach (var (claim, piece) in now.Except(before)) yield return new Change.EvidenceAdded(claim, piece);
        }
    }

    // Claims that stand at the one head and not at the other.
    private async IAsyncEnumerable<(Claim Claim, ClaimOrder Order)> ClaimsAsync(
        long at, long notAt, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var ids in PagesAsync("Claim", cancellation))
        {
            var rows = new SortedDictionary<ClaimId, (Claim, ClaimOrder)>();
            await reads.ReadAsync(new AsOf(at), true, question => [Compile(question, ids, notAt)], Begin, cancellation);
            foreach (var row in rows.Values) yield return row;

            AnswerHandler Begin()
            {
                rows.Clear();
                return (int _, int _, ref Utf8JsonReader answer) =>
                {
                    var row = ClaimReads.ReadClaim(ref answer);
                    answer.End();
                    rows.Add(row.Claim.Id, row);
                };
            }
        }

        static string Compile(Question question, IReadOnlyList<string> ids, long notAt)
        {
            var other = question.Value(notAt);
            return $"UNWIND {question.List(ids)} AS id MATCH (c:CsrGraph:Claim {{id: id}}) {question.ClaimAt("c", "w")}"
                + $"WITH c, w WHERE NOT ({Question.Stands("c", other)}) AND NOT EXISTS {{ MATCH (c)<-[:VERSION_OF]-(o:CsrGraph:ClaimVersion) WHERE {Question.Stands("o", other)} }} "
                + "RETURN 0 AS q, 0 AS i, [w.kind, w.type, w.subject, w.object, w.body, w.day, w.until, w.rank] AS r";
        }
    }

    // Entities as they were and as they are, by id.
    private async IAsyncEnumerable<(Entity? Before, Entity? Now)> EntitiesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var ids in PagesAsync("Entity", cancellation))
        {
            var before = after == 0 ? new Entity?[ids.Count] : await ByIdAsync(ids, after, cancellation);
            var now = await ByIdAsync(ids, upTo, cancellation);
            for (var i = 0; i < ids.Count; i++) yield return (before[i], now[i]);
        }
    }

    private async Task<IReadOnlyList<Entity?>> ByIdAsync(IReadOnlyList<string> ids, long head, CancellationToken cancellation)
    {
        var found = await EntityReads.ReadAsync(reads, ids, new AsOf(head), cancellation);
        return [.. found.Select((e, i) => e?.Id.Value == ids[i] ? e : null)];
    }

    // The evidence of a page of claims as it was and as it is, each in its order.
    private async IAsyncEnumerable<(List<(ClaimId, Evidence)> Before, List<(ClaimId, Evidence)> Now)> EvidenceAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var ids in PagesAsync("Claim", cancellation))
        {
            yield return (after == 0 ? [] : await EvidenceAsync(ids, after, cancellation), await EvidenceAsync(ids, upTo, cancellation));
        }
    }

    private async Task<List<(ClaimId, Evidence)>> EvidenceAsync(IReadOnlyList<string> ids, long head, CancellationToken cancellation)
    {
        var pieces = new List<(ClaimId, Evidence)>();
        await reads.ReadAsync(new AsOf(head), true, Compile, Begin, cancellation);
        return pieces;

        AnswerHandler Begin()
        {
            pieces.Clear();
            return (int _, int _, ref Utf8JsonReader answer) =>
            {
                pieces.Add((EvidenceColumns.ClaimOf(answer.NextText()), EvidenceColumns.Read(ref answer)));
                answer.End();
            };
        }

        IEnumerable<string> Compile(Question question)
        {
            yield return $"CALL () {{ UNWIND {question.List(ids)} AS id MATCH (c:CsrGraph:Claim {{id: id}})-[e:{question.EvidenceTypes}]->(d:CsrGraph:Entity) "
                + $"WHERE {Question.Stands("e")} RETURN id, d, e ORDER BY id, d.id, e.start, e.end, e.row }} "
                + "RETURN 0 AS q, 0 AS i, [id, d.id, e.quote, e.start, e.end, e.grade, e.note, e.roster] AS r";
        }
    }

    // Ids of claims or entities that the difference may hold, in order.
    private async IAsyncEnumerable<IReadOnlyList<string>> PagesAsync(string label, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var last = "";
        while (true)
        {
            var ids = (await client.RowsAsync(new Cypher(Ids(label), Write), cancellation)).ConvertAll(r => r[0].GetString()!);
            if (ids.Count == 0) yield break;
            yield return ids;
            last = ids[^1];
        }

        void Write(Utf8JsonWriter json)
        {
            json.WriteString("last", last);
            json.WriteNumber("limit", PageSize);
            json.WriteStartArray("numbers");
            for (var number = after + 1; number <= upTo; number++) json.WriteNumberValue(number);
            json.WriteEndArray();
        }
    }

    private string Ids(string label)
    {
        if (after == 0) return $"MATCH (n:CsrGraph) WHERE n.id > $last AND n:{label} WITH n.id AS id ORDER BY id LIMIT $limit RETURN id";
        var claims = label == "Claim"
            ? "UNION MATCH (s:CsrGraph {id: 'changeset:' + toString(number)})-[:TOUCHED]->(n:CsrGraph) WHERE n.id > $last RETURN n.id AS id ORDER BY id LIMIT $limit "
                + $"{EndedEvidence("EVIDENCED_BY")}{EndedEvidence(Labels.Retracted + "EVIDENCED_BY")}"
            : "";
        var own = label == "Claim" ? "coalesce(n.claim, n.id)" : "coalesce(n.entity, n.id)";
        string Rows(string property) => $"MATCH (n:CsrGraph) WHERE n.{property} = number AND n.id > $last AND (n:{label} OR n:{label}Version) "
            + $"WITH {own} AS id WHERE id > $last RETURN DISTINCT id ORDER BY id LIMIT $limit ";

        // The index is named, since one that holds little is as cheap to go through as a whole, and the plan stays when it holds more.
        static string EndedEvidence(string type) => $"UNION MATCH (n:CsrGraph)-[e:{type}]->(:CsrGraph) USING INDEX SEEK e:{type}(retractedIn) "
            + "WHERE e.retractedIn = number AND n.id > $last RETURN n.id AS id ORDER BY id LIMIT $limit ";

        return "UNWIND $numbers AS number CALL (number) { "
            + $"{Rows("addedIn")}UNION {Rows("retractedIn")}{claims}}} WITH DISTINCT id ORDER BY id LIMIT $limit RETURN id";
    }
}
