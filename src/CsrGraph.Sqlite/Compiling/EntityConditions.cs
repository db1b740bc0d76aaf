using CsrGraph.Store;

namespace CsrGraph.Sqlite.Compiling;

/// <summary>Compiles conditions on entities. Every one is 0 or 1, never NULL, so that NOT means what it says.</summary>
internal sealed class EntityConditions(Question question)
{
    private readonly ClaimConditions claims = new(question);

    /// <summary>The condition on the row of <c>entity</c> that goes by this name.</summary>
    public string Of(EntityFilter? filter, string entity) => filter switch
    {
        null => "1",
        EntityFilter.All(var filters) => ClaimConditions.Join(filters.Select(f => Of(f, entity)), " AND ", "1"),
        EntityFilter.Any(var filters) => ClaimConditions.Join(filters.Select(f => Of(f, entity)), " OR ", "0"),
        EntityFilter.Not(var inner) => $"NOT {Of(inner, entity)}",
        EntityFilter.IdIn(var ids) => $"({entity}.node IN {question.Nodes(ids)})",
        EntityFilter.KindIn(var kinds) => $"({entity}.kind IN {question.Terms(kinds)})",
        EntityFilter.CategoryIn(var categories) => $"(({entity}.category IN {question.Terms(categories)}) IS TRUE)",
        EntityFilter.NameText(var comparison, var value) => ClaimConditions.Text(question, $"{entity}.name", comparison, value),
        EntityFilter.PropertyText(var property, var comparison, var value) => ClaimConditions.Text(question, Property(entity, property), comparison, value),
        EntityFilter.PropertyIn(var property, var values) => $"(({Property(entity, property)} IN {question.List(values)}) IS TRUE)",
        EntityFilter.DateOverlaps(var from, var to) => Overlaps(entity, from, to),
        EntityFilter.Missing("category") => $"({entity}.category IS NULL)",
        EntityFilter.Missing("date") => $"({entity}.first_day IS NULL)",
        EntityFilter.Missing(var property) => $"({Property(entity, property)} IS NULL)",
        EntityFilter.Related related => Related(related, entity),
        _ => throw new ArgumentException($"there is no such filter: {filter}", nameof(filter)),
    };

    private string Property(string entity, string property) => $"({entity}.body ->> {question.Value($"$.properties.\"{property}\"")})";

    private string Overlaps(string entity, DateOnly? from, DateOnly? to)
    {
        List<string> parts = [$"{entity}.first_day IS NOT NULL"];
        if (to is { } last) parts.Add($"{entity}.first_day <= {question.Value((long)last.DayNumber)}");
        if (from is { } first) parts.Add($"{entity}.last_day >= {question.Value((long)first.DayNumber)}");
        return $"(({string.Join(" AND ", parts)}) IS TRUE)";
    }

    /// <summary>
    /// Named far entities are where to start: their relations are few, and are gone through once for all rows. Else each row is asked whether it has
    /// such a relation.
    /// </summary>
    private string Related(EntityFilter.Related related, string entity)
    {
        var (claim, far) = (question.Alias("r"), question.Alias("e"));
        var not = related.None ? "NOT " : "";
        if (Named(related.Far) is { } named && related.Relation.Anchor != RelationEnd.Either)
        {
            var (nearEnd, farEnd) = related.Relation.Anchor == RelationEnd.Subject ? ("subject", "object") : ("object", "subject");
            var (type, _) = question.Relation(related.Relation, $"{claim}.{nearEnd}", claim);
            var rest = related.Far is EntityFilter.IdIn ? "" : FarJoin(far, $"{claim}.{farEnd}", related.Far);
            return $"{not}({entity}.node IN (SELECT {claim}.{nearEnd} FROM claim {claim}{rest} WHERE {claim}.{farEnd} IN {question.Nodes(named.Ids)}"
                + $" AND {type} AND {question.Holds(claim)} AND {claims.Of(related.Edge, claim)}))";
        }

        var (condition, farNode) = question.Relation(related.Relation, $"{entity}.node", claim);
        var join = related.Far is null ? "" : FarJoin(far, farNode, related.Far);
        return $"{not}(EXISTS (SELECT 1 FROM claim {claim}{join} WHERE {condition} AND {question.Holds(claim)} AND {claims.Of(related.Edge, claim)}))";
    }

    private string FarJoin(string far, string node, EntityFilter? filter) =>
        $" CROSS JOIN entity {far} ON {far}.node = {node} AND {Question.Stands(far)} AND {Of(filter, far)}";

    /// <summary>What is left of a filter to look at where its <see cref="Named"/> ids were looked up.</summary>
    public static EntityFilter? ButNamed(EntityFilter? filter) => filter switch
    {
        EntityFilter.IdIn => null,
        EntityFilter.All(var filters) when filters.FirstOrDefault(f => Named(f) is not null) is { } named =>
            new EntityFilter.All([.. filters.Select(f => ReferenceEquals(f, named) ? ButNamed(f) : f).OfType<EntityFilter>()]),
        _ => filter,
    };

    /// <summary>The ids of which an entity that satisfies a filter must have one; null where there are none such.</summary>
    public static EntityFilter.IdIn? Named(EntityFilter? filter) => filter switch
    {
        EntityFilter.IdIn named => named,
        EntityFilter.All(var filters) => filters.Select(Named).FirstOrDefault(n => n is not null),
        _ => null,
    };
}
