using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>What claims are asked for by.</summary>
public enum ClaimsBy
{
    /// <summary>All of them; there are no anchors, and one page comes back.</summary>
    All,

    /// <summary>Claim ids.</summary>
    Id,

    /// <summary>Entities, or the document of a credit, that are the subject.</summary>
    Subject,

    /// <summary>Entities that are the subject or the object.</summary>
    End,

    /// <summary>Documents that have standing evidence for them; with <see cref="ClaimRequest.WithRetracted"/>, documents that ever had, up to the head.</summary>
    Document,

    /// <summary>Numbers of change-sets after which they stand and before which they did not.</summary>
    AddedIn,

    /// <summary>Numbers of change-sets before which they stood and after which they do not.</summary>
    RetractedIn,

    /// <summary>Groups of <see cref="ClaimRequest.Group"/>, by <see cref="GroupId"/>: the claims that are counted in each.</summary>
    Group,
}

/// <summary>Asks for the claims of many anchors, a page for each.</summary>
public sealed record ClaimRequest
{
    /// <summary>What the anchors are.</summary>
    public required ClaimsBy By { get; init; }

    /// <summary>The anchors, distinct; empty for <see cref="ClaimsBy.All"/>.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];

    /// <summary>For <see cref="ClaimsBy.Group"/>, the grouping; its page and order are not looked at.</summary>
    public CountRequest.Claims? Group { get; init; }

    /// <summary>The condition, or null for all.</summary>
    public ClaimFilter? Filter { get; init; }

    /// <summary>The order; ties are broken by the claim's id.</summary>
    public IReadOnlyList<SortTerm> Sort { get; init; } = SortTerm.Claims;

    /// <summary>Which rows, for each anchor.</summary>
    public required PageRequest Page { get; init; }

    /// <summary>True where <see cref="Page{T}.Total"/> is wanted.</summary>
    public bool WantsTotals { get; init; }

    /// <summary>What is worked out over all claims of each anchor, whatever the page.</summary>
    public AggregateParts Aggregates { get; init; }

    /// <summary>
    /// True takes in claims that no longer stand at the head (each once, with its latest interval up to the head). <see cref="ClaimsBy.AddedIn"/> and
    /// <see cref="ClaimsBy.RetractedIn"/> always do, with the interval that begins or ends there. Validity is not looked at then.
    /// </summary>
    public bool WithRetracted { get; init; }
}

/// <summary>A claim with the interval in which it stands.</summary>
/// <param name="Claim">What it says.</param>
/// <param name="Order">Its day and rank.</param>
/// <param name="AddedIn">The change-set since which it stands.</param>
/// <param name="RetractedIn">The change-set, up to the head asked for, since which it stands no more; or null.</param>
/// <param name="Position">Its place in the order.</param>
public sealed record ClaimRow(Claim Claim, ClaimOrder Order, long AddedIn, long? RetractedIn, Position Position);

/// <summary>Asks for the standing evidence of many claims.</summary>
/// <param name="Claims">Their ids, distinct.</param>
/// <param name="First">At most so many pieces for each, in the order of document id, then start, then end; without a span, last of its document.</param>
public sealed record EvidenceRequest(IReadOnlyList<ClaimId> Claims, int First = int.MaxValue);

/// <summary>A piece of evidence with its document's record.</summary>
public sealed record EvidenceRow(Evidence Evidence, Entity Document);
