using CsrGraph.Store;

namespace CsrGraph.Sqlite.Compiling;

/// <summary>Compiles what rows are sorted by.</summary>
internal sealed class Orders(Question question)
{
    /// <summary>Of entities in the table <c>f</c>.</summary>
    public Order OfEntities(IReadOnlyList<SortTerm> terms) => new([.. terms.Select(Entity)], "f.key", IdIsClaim: false);

    /// <summary>Of documents in the table <c>f</c>, whose own date stands for the day of a relation.</summary>
    public Order OfDocuments(IReadOnlyList<SortTerm> terms) => new(
        [
            .. terms.Select(t => t.By switch
            {
                SortBy.When => OrderTerm.Nullable("f.first_day", t.Descending),
                // A plain 0 would be taken for the number of a column.
                SortBy.Rank => OrderTerm.Present("abs(0)", t.Descending),
                _ => Entity(t),
            }),
        ],
        "f.key",
        IdIsClaim: false);

    /// <summary>Of relations in the table <c>a</c> with their far entity in <c>f</c>.</summary>
    public Order OfRelations(IReadOnlyList<SortTerm> terms) => new(
        [.. terms.Select(t => t.By is SortBy.When or SortBy.Rank ? Claim(t) : Entity(t))], "a.id", IdIsClaim: true);

    /// <summary>Of claims in the table <c>a</c>.</summary>
    public static Order OfClaims(IReadOnlyList<SortTerm> terms) => new([.. terms.Select(Claim)], "a.id", IdIsClaim: true);

    private static OrderTerm Claim(SortTerm term) => term.By switch
    {
        SortBy.When => OrderTerm.Day("a.day", term.Descending),
        SortBy.Rank => OrderTerm.Present("a.rank", term.Descending),
        _ => throw new ArgumentException($"claims do not sort by {term.By}", nameof(term)),
    };

    private OrderTerm Entity(SortTerm term) => term.By switch
    {
        SortBy.Name => OrderTerm.Present("f.sort", term.Descending),
        SortBy.Date => OrderTerm.Nullable("f.first_day", term.Descending),
        SortBy.RelationCount => OrderTerm.Present(RelationCount(term), term.Descending),
        _ => throw new ArgumentException($"entities do not sort by {term.By}", nameof(term)),
    };

    private string RelationCount(SortTerm term)
    {
        var relation = term.Relation ?? throw new ArgumentException("which relation is to be counted?", nameof(term));
        if (question.Side(relation) is { } side)
        {
            return $"ifnull((SELECT fars FROM relation_count WHERE side = {side} AND node = f.node AND type = {question.Type(relation)}), 0)";
        }

        var claim = question.Alias("r");
        var (condition, far) = question.Relation(relation, "f.node", claim);
        return $"(SELECT count(DISTINCT {far}) FROM claim {claim} WHERE {condition} AND {question.Holds(claim)})";
    }
}
