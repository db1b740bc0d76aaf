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
        if (ids.Count == 0) return [];
        var found = new Entity?[ids.Count];
        await reads.ReadAsync(asOf, false, question => Compile(ids, question), Begin, cancellation);
        return found;

        AnswerHandler Begin()
        {
            Array.Clear(found);

            // An entity that stands comes first; ids that were merged into others follow.
            return (_, anchor, answer) => found[anchor] ??= EntityColumns.Read(answer, 0, EntityParts.Record);
        }
    }

    private static IEnumerable<string> Compile(IReadOnlyList<string> ids, Question question)
    {
        var list = question.List(ids);
        var anchors = $"UNWIND range(0, size({list}) - 1) AS i WITH i, {list}[i] AS id ";
        var columns = EntityColumns.Of("f", "v", EntityParts.Record, question);
        yield return $"{anchors}MATCH (f:CsrGraph:Entity {{id: id}}) {question.EntityAt("f", "v")}RETURN 0 AS q, i AS i, [{columns}] AS r";
        yield return $"{anchors}MATCH (m:CsrGraph:Redirect {{former: id}})-[:REDIRECTS_TO]->(f:CsrGraph:Entity) WHERE {Question.Stands("m")} "
            + $"{question.EntityAt("f", "v")}RETURN 0 AS q, i AS i, [{columns}] AS r";
    }
}
