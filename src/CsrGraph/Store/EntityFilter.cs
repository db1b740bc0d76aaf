using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>How a text is compared: ordinal, character by character.</summary>
public enum TextComparison
{
    /// <summary>The same text.</summary>
    Equal,

    /// <summary>The text holds the value.</summary>
    Contains,

    /// <summary>The text begins with the value.</summary>
    StartsWith,
}

/// <summary>A condition on an entity. Two-valued: a missing value satisfies nothing but <see cref="Missing"/> and <see cref="Not"/>.</summary>
public abstract record EntityFilter
{
    private EntityFilter()
    {
    }

    /// <summary>Every one of them; true where there is none.</summary>
    public sealed record All(IReadOnlyList<EntityFilter> Filters) : EntityFilter;

    /// <summary>At least one of them; false where there is none.</summary>
    public sealed record Any(IReadOnlyList<EntityFilter> Filters) : EntityFilter;

    /// <summary>Not that.</summary>
    public sealed record Not(EntityFilter Filter) : EntityFilter;

    /// <summary>The id is one of these.</summary>
    public sealed record IdIn(IReadOnlyList<string> Ids) : EntityFilter;

    /// <summary>The kind is one of these.</summary>
    public sealed record KindIn(IReadOnlyList<string> Kinds) : EntityFilter;

    /// <summary>The category is one of these.</summary>
    public sealed record CategoryIn(IReadOnlyList<string> Categories) : EntityFilter;

    /// <summary>The shown name compares so.</summary>
    public sealed record NameText(TextComparison Comparison, string Value) : EntityFilter;

    /// <summary>A document's property compares so.</summary>
    public sealed record PropertyText(string Property, TextComparison Comparison, string Value) : EntityFilter;

    /// <summary>A document's property is one of these.</summary>
    public sealed record PropertyIn(string Property, IReadOnlyList<string> Values) : EntityFilter;

    /// <summary>The date may overlap the days from one to the other, both included; a bound that is null is open. A missing date does not.</summary>
    public sealed record DateOverlaps(DateOnly? From, DateOnly? To) : EntityFilter;

    /// <summary>There is no such value: <c>category</c>, <c>date</c> (none with bounds), or a document's property.</summary>
    public sealed record Missing(string Field) : EntityFilter;

    /// <summary>It stands in a relation whose far entity and own qualifiers satisfy these; with <paramref name="None"/>, in no such one.</summary>
    public sealed record Related(RelationKey Relation, bool None, EntityFilter? Far, ClaimFilter? Edge) : EntityFilter;
}

/// <summary>A condition on a claim. Two-valued, as <see cref="EntityFilter"/>.</summary>
public abstract record ClaimFilter
{
    private ClaimFilter()
    {
    }

    /// <summary>Every one of them; true where there is none.</summary>
    public sealed record All(IReadOnlyList<ClaimFilter> Filters) : ClaimFilter;

    /// <summary>At least one of them; false where there is none.</summary>
    public sealed record Any(IReadOnlyList<ClaimFilter> Filters) : ClaimFilter;

    /// <summary>Not that.</summary>
    public sealed record Not(ClaimFilter Filter) : ClaimFilter;

    /// <summary>The claim's kind is one of these.</summary>
    public sealed record KindIn(IReadOnlyList<ClaimKind> Kinds) : ClaimFilter;

    /// <summary>The claim's type is one of these.</summary>
    public sealed record TypeIn(IReadOnlyList<string> Types) : ClaimFilter;

    /// <summary>The subject is one of these.</summary>
    public sealed record SubjectIn(IReadOnlyList<string> Ids) : ClaimFilter;

    /// <summary>The object is one of these.</summary>
    public sealed record ObjectIn(IReadOnlyList<string> Ids) : ClaimFilter;

    /// <summary>A qualifier compares so.</summary>
    public sealed record QualifierText(string Name, TextComparison Comparison, string Value) : ClaimFilter;

    /// <summary>A qualifier is one of these.</summary>
    public sealed record QualifierIn(string Name, IReadOnlyList<string> Values) : ClaimFilter;

    /// <summary>The claim has no such qualifier.</summary>
    public sealed record QualifierMissing(string Name) : ClaimFilter;

    /// <summary>Its first day (<see cref="ClaimOrder.FromDay"/>) lies from the one to the other, both included; a bound that is null is open.</summary>
    public sealed record FromDayWithin(DateOnly? From, DateOnly? To) : ClaimFilter;

    /// <summary>No day is known (<see cref="ClaimOrder.FromDay"/> is null).</summary>
    public sealed record FromDayMissing : ClaimFilter;
}
