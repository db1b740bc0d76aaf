using CsCheck;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Makes orders of up to three terms, upwards and downwards.</summary>
internal static class Sorts
{
    /// <summary>Orders of claims.</summary>
    public static Gen<IReadOnlyList<SortTerm>> OfClaims { get; } = Several(Term(SortBy.When, SortBy.Rank));

    /// <summary>Orders of entities of these kinds.</summary>
    public static Gen<IReadOnlyList<SortTerm>> OfEntities(EntityFilterGen filters, IReadOnlyList<string> kinds) =>
        Several(Gen.Frequency((2, Term(SortBy.Name, SortBy.Date)), (1, CountTerm(filters, kinds))));

    /// <summary>Orders of relations to entities of these kinds.</summary>
    public static Gen<IReadOnlyList<SortTerm>> OfRelations(EntityFilterGen filters, IReadOnlyList<string> far) =>
        Several(Gen.Frequency((4, Term(SortBy.Name, SortBy.Date, SortBy.When, SortBy.Rank)), (1, CountTerm(filters, far))));

    private static Gen<SortTerm> Term(params SortBy[] by) => Gen.Select(Gen.OneOf(by), Gen.Bool, (one, descending) => new SortTerm(one, descending));

    private static Gen<SortTerm> CountTerm(EntityFilterGen filters, IReadOnlyList<string> kinds) =>
        Gen.Select(filters.Relations(kinds), Gen.Bool, (relation, descending) => new SortTerm(SortBy.RelationCount, descending, relation.Key));

    private static Gen<IReadOnlyList<SortTerm>> Several(Gen<SortTerm> term) => term.List[0, 3].Select(terms => (IReadOnlyList<SortTerm>)terms);
}
