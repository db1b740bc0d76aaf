using CsrGraph.Store;

namespace CsrGraph.Neo4j.Compiling;

/// <summary>Compiles which entities are found.</summary>
internal static class FindText
{
    /// <summary>
    /// Clauses after which <c>f</c> and <c>v</c> are the entities with their standing version. Ids that must hold are where to begin; else the kinds, by an
    /// index that only serves where all of its properties are named. A variable <c>i</c> stands before them.
    /// </summary>
    public static string Clauses(IReadOnlyList<string> among, EntityFilter? condition, Question question)
    {
        var filter = EntityConditions.Of(condition, "f", "v", question);
        if (Ids(condition) is { } ids)
        {
            return $"UNWIND {question.List(ids.Distinct())} AS named MATCH (f:CsrGraph:Entity {{id: named}}) {question.EntityAt("f", "v")}WITH * "
                + $"WHERE {ClaimConditions.In(EntityConditions.Kind("v", question), among, question)} AND {filter} ";
        }

        var kinds = question.List(among);
        string OfKinds(string row, string property) =>
            $"MATCH ({row}:CsrGraph) USING INDEX SEEK {row}:CsrGraph({property}, sort, id) "
            + $"WHERE {row}.{property} IN {kinds} AND {row}.sort IS NOT NULL AND {row}.id IS NOT NULL AND {Question.Stands(row)} ";

        return question.IsHistory
            ? $"CALL (i) {{ {OfKinds("v", "kind")}RETURN v, v AS f UNION ALL {OfKinds("v", "versionKind")}"
                + $"MATCH (v)-[:VERSION_OF]->(f:CsrGraph:Entity) RETURN v, f }} WITH * WHERE {filter} "
            : $"{OfKinds("f", "kind")}WITH *, f AS v WHERE {filter} ";
    }

    /// <summary>The ids of which an entity that satisfies a filter must have one; null where there are none such.</summary>
    public static IReadOnlyList<string>? Ids(EntityFilter? filter) => filter switch
    {
        EntityFilter.IdIn(var ids) => ids,
        EntityFilter.All(var filters) => filters.Select(Ids).FirstOrDefault(i => i is not null),
        _ => null,
    };
}
