using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Counts what stands by sort: from what is kept with the change-set, unless a day of validity or documents are asked for.</summary>
internal static class CountReads
{
    public static async Task<IReadOnlyList<Page<Group>>> ReadAsync(
        Neo4jClient client, ConsistentReads reads, IReadOnlyList<CountRequest> requests, AsOf asOf, CancellationToken cancellation)
    {
        var answers = new Page<Group>[requests.Count];
        var grouped = requests.Select((r, i) => (Request: r as CountRequest.Grouped, Place: i)).Where(r => r.Request is not null).ToList();
        var pages = await GroupReads.ReadAsync(reads, [.. grouped.Select(g => g.Request!)], asOf, cancellation);
        for (var i = 0; i < pages.Count; i++) answers[grouped[i].Place] = pages[i];
        for (var i = 0; i < answers.Length; i++)
        {
            if (requests[i] is CountRequest.Standing(var of)) answers[i] = Whole(await ReadAsync(client, reads, of, asOf, cancellation));
        }

        return answers;
    }

    private static Page<Group> Whole(IEnumerable<(string Key, long Number)> counts) =>
        new([.. counts.Select(c => new Group([c.Key], c.Number, new Position([], c.Key)))], false, false, null);

    private static async Task<IEnumerable<(string Key, long Number)>> ReadAsync(
        Neo4jClient client, ConsistentReads reads, CountOf request, AsOf asOf, CancellationToken cancellation)
    {
        if (request != CountOf.ClaimsByDocument && (asOf.ValidAt is null || request == CountOf.EntitiesByKind))
        {
            return (await ChangeSetReads.CountsAsync(client, asOf.Head, cancellation)).Of(request);
        }

        var counts = new List<(string Key, long Number)>();
        await reads.ReadAsync(asOf, false, question => [Compile(request, question)], Begin, cancellation);
        return counts.OrderBy(c => c.Key, StringComparer.Ordinal);

        AnswerHandler Begin()
        {
            counts.Clear();
            return (int _, int _, ref Utf8JsonReader answer) =>
            {
                counts.Add((answer.NextText()!, answer.NextNumber()!.Value));
                answer.End();
            };
        }
    }

    private static string Compile(CountOf request, Question question) => request switch
    {
        CountOf.RelationsByType => $"MATCH (c:CsrGraph:Claim:{nameof(ClaimKind.Relation)}) {question.ClaimAt("c", "w")}WITH w.type AS name, count(*) AS n "
            + "RETURN 0 AS q, 0 AS i, [name, n] AS r",
        CountOf.ClaimsByKind => $"MATCH (c:CsrGraph:Claim) {question.ClaimAt("c", "w")}WITH w.kind AS name, count(*) AS n RETURN 0 AS q, 0 AS i, [name, n] AS r",
        CountOf.ClaimsByDocument => $"MATCH (c:CsrGraph:Claim) {question.ClaimAt("c", "w")}MATCH (c)-[e:{question.EvidenceTypes}]->(d:CsrGraph:Entity) "
            + $"WHERE {Question.Stands("e")} WITH d.id AS name, count(DISTINCT c) AS n RETURN 0 AS q, 0 AS i, [name, n] AS r",
        _ => throw new ArgumentException($"nobody counts {request}", nameof(request)),
    };
}
