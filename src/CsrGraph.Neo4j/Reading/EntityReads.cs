using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>Reads entities by id.</summary>
internal static class EntityReads
{
    public static async Task<IReadOnlyList<Entity?>> ReadAsync(
        ConsistentReads reads, IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation)
    {
        var found = await ReadAsync(reads, Standing, ids, asOf, cancellation);

        // An entity that stands goes before one that took over its id. Most ids are of such, and need no second look.
        int[] missing = [.. Enumerable.Range(0, ids.Count).Where(i => found[i] is null)];
        var merged = await ReadAsync(reads, Merged, [.. missing.Select(i => ids[i])], asOf, cancellation);
        for (var i = 0; i < missing.Length; i++) found[missing[i]] = merged[i];
        return found;
    }

    /// <summary>Reads the headings, each with its node's number, of the entities that stand at these nodes, distinct, in any order.</summary>
    public static async Task<IReadOnlyList<string>> NamedHeadingsAsync(
        ConsistentReads reads, NodeHeadings naming, IEnumerable<long> nodes, AsOf asOf, CancellationToken cancellation)
    {
        List<string> found = [];
        await reads.ReadAsync(
            asOf,
            false,
            question => [$"UNWIND {question.List(nodes.Select(naming.ElementId))} AS id MATCH (f:CsrGraph:Entity) WHERE elementId(f) = id {question.EntityAt("f", "v")}"
                + $"RETURN 0 AS q, 0 AS i, collect({naming.Named("f", "v", question)}) AS r"],
            Begin,
            cancellation);
        return found;

        AnswerHandler Begin()
        {
            found.Clear();
            return (int _, int _, ref Utf8JsonReader answer) => found.AddRange(answer.List((ref Utf8JsonReader heading) => heading.GetString()!));
        }
    }

    private static string Standing(string id) => $"MATCH (f:CsrGraph:Entity {{id: {id}}}) ";

    private static string Merged(string id) =>
        $"MATCH (m:CsrGraph:Redirect {{former: {id}}})-[:REDIRECTS_TO]->(f:CsrGraph:Entity) WHERE {Question.Stands("m")} ";

    private static async Task<Entity?[]> ReadAsync(
        ConsistentReads reads, Func<string, string> match, IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation)
    {
        var found = new Entity?[ids.Count];
        if (ids.Count > 0) await reads.ReadAsync(asOf, false, question => [Compile(match, ids, question)], Begin, cancellation);
        return found;

        AnswerHandler Begin()
        {
            Array.Clear(found);
            return (int _, int anchor, ref Utf8JsonReader answer) =>
            {
                found[anchor] = EntityColumns.Read(ref answer, EntityParts.Record);
                answer.End();
            };
        }
    }

    // A single id, as most questions have it, needs no list to go through.
    private static string Compile(Func<string, string> match, IReadOnlyList<string> ids, Question question)
    {
        if (ids is [var only]) return $"{match(question.Value(only))}{Found("0", question)}";
        var list = question.List(ids);
        return $"UNWIND range(0, size({list}) - 1) AS i WITH i, {list}[i] AS id {match("id")}{Found("i", question)}";
    }

    private static string Found(string anchor, Question question) =>
        $"{question.EntityAt("f", "v")}RETURN 0 AS q, {anchor} AS i, [{EntityColumns.Of("f", "v", EntityParts.Record, question)}] AS r";
}
