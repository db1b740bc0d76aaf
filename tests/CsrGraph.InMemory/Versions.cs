using System.Collections.Immutable;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>A value that was derived for a version, and the change-set since which it holds.</summary>
internal readonly record struct Derived<T>(long Since, T Value);

/// <summary>Something that stands from one change-set up to, and without, another.</summary>
internal abstract record Version(long AddedIn, long? RetractedIn)
{
    public bool StandsAt(long head) => AddedIn <= head && !(RetractedIn <= head);

    protected static T ValueAt<T>(ImmutableList<Derived<T>> values, long head) => values.Last(v => v.Since <= head).Value;
}

/// <summary>One version of an entity. Its date changes while it stands, so it is kept beside.</summary>
internal sealed record EntityVersion(Entity Undated, ImmutableList<Derived<PartialDate?>> Dates, long AddedIn, long? RetractedIn)
    : Version(AddedIn, RetractedIn)
{
    public Entity At(long head) => Undated with { Date = ValueAt(Dates, head) };
}

/// <summary>One interval in which a claim stands. Its day and rank change meanwhile.</summary>
internal sealed record ClaimVersion(Claim Claim, ImmutableList<Derived<ClaimOrder>> Orders, long AddedIn, long? RetractedIn)
    : Version(AddedIn, RetractedIn)
{
    public ClaimOrder OrderAt(long head) => ValueAt(Orders, head);
}

/// <summary>One interval in which a piece of evidence stands.</summary>
internal sealed record EvidenceVersion(ClaimId Claim, Evidence Evidence, long AddedIn, long? RetractedIn) : Version(AddedIn, RetractedIn);
