using System.Globalization;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Compiling;

/// <summary>Compiles what rows are sorted by.</summary>
internal static class Orders
{
    /// <summary>Of entities.</summary>
    public static Order OfEntities(IReadOnlyList<SortTerm> terms, string node, string row, Question question) =>
        new([.. terms.Select((t, i) => Entity(t, i, node, row, question))], $"{node}.id");

    /// <summary>Of documents, whose own date stands for the day of a relation.</summary>
    public static Order OfDocuments(IReadOnlyList<SortTerm> terms, string node, string row, Question question) => new(
        [
            .. terms.Select((t, i) => t.By switch
            {
                SortBy.When => new OrderTerm($"{row}.firstDay", Name(i), t.Descending, true),
                SortBy.Rank => new OrderTerm("0", Name(i), t.Descending, false),
                _ => Entity(t, i, node, row, question),
            }),
        ],
        $"{node}.id");

    /// <summary>Of relations with their far entity.</summary>
    public static Order OfRelations(IReadOnlyList<SortTerm> terms, string relation, string node, string row, Question question) => new(
        [.. terms.Select((t, i) => t.By is SortBy.When or SortBy.Rank ? Claim(t, i, relation) : Entity(t, i, node, row, question))], Labels.ClaimId(relation));

    /// <summary>Of claims.</summary>
    public static Order OfClaims(IReadOnlyList<SortTerm> terms, string node, string row) =>
        new([.. terms.Select((t, i) => Claim(t, i, row))], $"{node}.id");

    /// <summary>The variable of a term.</summary>
    public static string Name(int place) => "s" + place.ToString(CultureInfo.InvariantCulture);

    private static OrderTerm Claim(SortTerm term, int place, string row) => term.By switch
    {
        SortBy.When => new OrderTerm($"{row}.day", Name(place), term.Descending, true),
        SortBy.Rank => new OrderTerm($"{row}.rank", Name(place), term.Descending, false),
        _ => throw new ArgumentException($"claims do not sort by {term.By}", nameof(term)),
    };

    private static OrderTerm Entity(SortTerm term, int place, string node, string row, Question question) => term.By switch
    {
        SortBy.Name => new OrderTerm($"{row}.sort", Name(place), term.Descending, false),
        SortBy.Date => new OrderTerm($"{row}.firstDay", Name(place), term.Descending, true),
        SortBy.RelationCount => new OrderTerm(RelationCount(term, node, question), Name(place), term.Descending, false),
        _ => throw new ArgumentException($"entities do not sort by {term.By}", nameof(term)),
    };

    private static string RelationCount(SortTerm term, string node, Question question)
    {
        var key = term.Relation ?? throw new ArgumentException("which relation is to be counted?", nameof(term));

        // The counters tell the settled state.
        if (!question.IsHistory && !question.HasDay && key.Anchor != RelationEnd.Either)
        {
            var end = key.Anchor == RelationEnd.Subject ? "out" : "in";
            return $"coalesce({node}.`count_{Labels.Type(key.Type).Trim('`')}_{end}`, 0)";
        }

        var (relation, far) = (question.Name("x"), question.Name("g"));
        return $"COUNT {{ MATCH {question.Pattern(key, node, relation, far)} WHERE {question.HoldsRelation(relation)} RETURN DISTINCT {far} }}";
    }
}
