using CsrGraph.Store;

namespace CsrGraph.Neo4j.Compiling;

/// <summary>Compiles conditions on entities. Every one is true or false, never null, so that NOT means what it says.</summary>
internal static class EntityConditions
{
    /// <summary>The condition on an entity with this node, whose standing version is <paramref name="row"/>.</summary>
    public static string Of(EntityFilter? filter, string node, string row, Question question) => filter switch
    {
        null => Question.Always,
        EntityFilter.All(var filters) => ClaimConditions.Join(filters.Select(f => Of(f, node, row, question)), " AND ", Question.Always),
        EntityFilter.Any(var filters) => ClaimConditions.Join(filters.Select(f => Of(f, node, row, question)), " OR ", Question.Never),
        EntityFilter.Not(var inner) => $"NOT ({Of(inner, node, row, question)})",
        EntityFilter.IdIn(var ids) => ClaimConditions.In($"{node}.id", ids, question),
        EntityFilter.KindIn(var kinds) => ClaimConditions.In(Kind(row, question), kinds, question),
        EntityFilter.CategoryIn(var categories) => ClaimConditions.In($"{row}.category", categories, question),
        EntityFilter.NameText(var comparison, var value) => ClaimConditions.Text($"{row}.name", comparison, value, question),
        EntityFilter.PropertyText(var property, var comparison, var value) =>
            ClaimConditions.Text($"{row}.{PropertyName.Quoted(property)}", comparison, value, question),
        EntityFilter.PropertyIn(var property, var values) => ClaimConditions.In($"{row}.{PropertyName.Quoted(property)}", values, question),
        EntityFilter.DateOverlaps(var from, var to) => Overlaps(row, from, to, question),
        EntityFilter.Missing("category") => $"{row}.category IS NULL",
        EntityFilter.Missing("date") => $"{row}.firstDay IS NULL",
        EntityFilter.Missing(var property) => $"{row}.{PropertyName.Quoted(property)} IS NULL",
        EntityFilter.Related related => Related(related, node, question),
        _ => throw new ArgumentException($"there is no such filter: {filter}", nameof(filter)),
    };

    /// <summary>The kind on a version's row.</summary>
    public static string Kind(string row, Question question) => question.IsHistory ? $"coalesce({row}.kind, {row}.versionKind)" : $"{row}.kind";

    private static string Overlaps(string row, DateOnly? from, DateOnly? to, Question question) => ClaimConditions.Present(
        $"{row}.firstDay <= {question.Value((long)(to?.DayNumber ?? int.MaxValue))} AND {row}.lastDay >= {question.Value((long)(from?.DayNumber ?? 0))}");

    private static string Related(EntityFilter.Related related, string node, Question question)
    {
        var (relation, far, version) = (question.Name("x"), question.Name("g"), question.Name("v"));
        var edge = ClaimConditions.Of(related.Edge, ClaimPlaces.OfRelationship(relation, question.Value(related.Relation.Type)), question);
        var other = Of(related.Far, far, version, question);
        var exists = $"EXISTS {{ MATCH {question.Pattern(related.Relation, node, relation, far)} WHERE {question.HoldsRelation(relation)} AND {edge} "
            + $"{question.EntityAt(far, version)}WITH {far}, {version} WHERE {other} RETURN 1 AS one }}";
        return related.None ? $"NOT {exists}" : exists;
    }
}
