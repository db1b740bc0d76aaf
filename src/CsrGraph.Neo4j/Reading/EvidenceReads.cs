using System.Text.Json;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads the standing evidence of claims.</summary>
internal static class EvidenceReads
{
    public static async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>>> ReadAsync(
        ConsistentReads reads, IReadOnlyList<EvidenceRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        if (requests.Count == 0) return [];
        IReadOnlyList<EvidenceRow>[][] pieces = [.. requests.Select(r => new IReadOnlyList<EvidenceRow>[r.Claims.Count])];
        await reads.ReadAsync(asOf, false, Parts, Begin, cancellation);
        return pieces;

        IEnumerable<string> Parts(Question question) =>
            Enumerable.Range(0, requests.Count).Where(i => requests[i].Claims.Count > 0).Select(i => Compile(requests[i], i, question));

        AnswerHandler Begin()
        {
            foreach (var list in pieces) Array.Fill(list, []);
            return (int part, int anchor, ref Utf8JsonReader answer) => pieces[part][anchor] = answer.List(ReadRow);
        }
    }

    private static EvidenceRow ReadRow(ref Utf8JsonReader row)
    {
        var piece = new EvidenceRow(EvidenceColumns.Read(ref row), EntityColumns.Read(ref row, EntityParts.Record));
        row.End();
        return piece;
    }

    private static string Compile(EvidenceRequest request, int part, Question question)
    {
        var claims = question.List(request.Claims.Select(c => c.ToString()));
        var document = EntityColumns.Of("d", "v", EntityParts.Record, question);
        return $"UNWIND range(0, size({claims}) - 1) AS i WITH i, {claims}[i] AS id MATCH (c:CsrGraph:Claim {{id: id}}) {question.ClaimAt("c", "w")}"
            + $"CALL (c) {{ MATCH (c)-[e:{question.EvidenceTypes}]->(d:CsrGraph:Entity) WHERE {Question.Stands("e")} {question.EntityAt("d", "v")}"
            + $"WITH e, d, v ORDER BY d.id, e.start, e.end, e.row LIMIT {question.Value((long)request.First)} "
            + $"RETURN collect([d.id, e.quote, e.start, e.end, e.grade, e.note, e.roster, {document}]) AS pieces }} RETURN {part} AS q, i AS i, pieces AS r";
    }
}
