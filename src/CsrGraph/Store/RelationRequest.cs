using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>From which end a relation is seen.</summary>
public enum RelationEnd
{
    /// <summary>The anchor is the subject.</summary>
    Subject,

    /// <summary>The anchor is the object.</summary>
    Object,

    /// <summary>The anchor is either end, of a symmetric type.</summary>
    Either,
}

/// <summary>A relation type seen from one end.</summary>
/// <param name="Type">A relation type of the vocabulary.</param>
/// <param name="Anchor">Which end the anchor is.</param>
public sealed record RelationKey(string Type, RelationEnd Anchor);

/// <summary>What the anchors of a relation request are.</summary>
public enum RelationAnchors
{
    /// <summary>Entities, by id.</summary>
    Entities,

    /// <summary>
    /// Rosters, by claim id: the rows are the standing relation claims of <see cref="RelationRequest.Relation"/>'s type that some standing evidence
    /// counts to the roster (<see cref="Evidence.Roster"/>); the far entity is their subject.
    /// </summary>
    Rosters,

    /// <summary>
    /// Entities, by id; the rows are the documents whose standing evidence bears a standing claim that has the anchor at one end. Such rows have no
    /// claim; they sort by the document's own values (its date is their <see cref="RelationRow.Order"/>, the rank 0), each document is one edge, and
    /// <see cref="RelationRequest.Relation"/> and <see cref="RelationRequest.Edge"/> are not looked at.
    /// </summary>
    DocumentsOf,

    /// <summary>
    /// Entities, by id. There are no rows, but <see cref="RelationPage.Links"/>: the anchor's standing relations of all <see cref="RelationRequest.Types"/>,
    /// from either end (one that has itself at the other end comes from both), in no order and all of them, less what <see cref="RelationRequest.Far"/>
    /// and <see cref="RelationRequest.Edge"/> keep out; none with a limit of 0. Where totals are wanted, <see cref="RelationPage.Degrees"/> come too.
    /// Nothing else of the request is looked at. What a walk from one entity to the next reads.
    /// </summary>
    Links,

    /// <summary>
    /// Entities, by id. There are no rows, but <see cref="RelationPage.Neighbours"/>: the entities at the other ends of the links of the anchor, each
    /// once, those of the highest degree by the same types first, then by id; at most as many as the page's limit. Of the request,
    /// <see cref="RelationRequest.Types"/>, <see cref="RelationRequest.Far"/> and <see cref="RelationRequest.Edge"/> are looked at as for
    /// <see cref="Links"/>.
    /// </summary>
    Neighbours,

    /// <summary>
    /// Groups of <see cref="RelationRequest.Group"/>, by <see cref="GroupId"/>; the rows are the entities that are counted in each. Such rows are as those
    /// of <see cref="DocumentsOf"/>: without a claim, by their own values, with each entity one edge.
    /// </summary>
    Group,
}

/// <summary>Asks for the relations of many anchors, a page for each.</summary>
public sealed record RelationRequest
{
    /// <summary>What the anchors are.</summary>
    public RelationAnchors Of { get; init; } = RelationAnchors.Entities;

    /// <summary>The ids of the anchors, distinct. An unknown one has no relations, and a merged one none of the entity that it became.</summary>
    public required IReadOnlyList<string> Anchors { get; init; }

    /// <summary>The relation, seen from the anchors.</summary>
    public required RelationKey Relation { get; init; }

    /// <summary>For <see cref="RelationAnchors.Links"/> and <see cref="RelationAnchors.Neighbours"/>, the relation types, distinct; at least one.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>For <see cref="RelationAnchors.Group"/>, the grouping; its page and order are not looked at.</summary>
    public CountRequest.Entities? Group { get; init; }

    /// <summary>A condition on the far entity.</summary>
    public EntityFilter? Far { get; init; }

    /// <summary>A condition on the relation's claim.</summary>
    public ClaimFilter? Edge { get; init; }

    /// <summary>The order; ties are broken by the claim's id (the document's, for <see cref="RelationAnchors.DocumentsOf"/>).</summary>
    public IReadOnlyList<SortTerm> Sort { get; init; } = SortTerm.Claims;

    /// <summary>Which rows, for each anchor.</summary>
    public required PageRequest Page { get; init; }

    /// <summary>True where <see cref="RelationPage.Total"/> and <see cref="RelationPage.EdgeTotal"/> are wanted.</summary>
    public bool WantsTotals { get; init; }

    /// <summary>What is worked out over all relations of each anchor, whatever the page.</summary>
    public AggregateParts Aggregates { get; init; }

    /// <summary>How much of each far entity is wanted.</summary>
    public EntityParts FarParts { get; init; }

    /// <summary>False where nobody looks at <see cref="RelationRow.Claim"/>, which may be null then.</summary>
    public bool WantsClaims { get; init; } = true;

    /// <summary>
    /// False where nobody looks at <see cref="RelationRow.Position"/> and <see cref="RelationRow.Order"/>, which may be anything then.
    /// </summary>
    public bool WantsPlaces { get; init; } = true;

    /// <summary>What will be asked of the far entities, each key once.</summary>
    public IReadOnlyList<RelationAhead> Ahead { get; init; } = [];

    /// <summary>Asks for the links of entities.</summary>
    public static RelationRequest Links(IReadOnlyList<string> anchors, IReadOnlyList<string> types) => new()
    {
        Of = RelationAnchors.Links,
        Anchors = anchors,
        Relation = new RelationKey("", RelationEnd.Either),
        Types = types,
        Page = PageRequest.All,
    };

    /// <summary>Asks for the neighbours of entities, at most so many for each.</summary>
    public static RelationRequest Neighbours(IReadOnlyList<string> anchors, IReadOnlyList<string> types, int limit) =>
        Links(anchors, types) with { Of = RelationAnchors.Neighbours, Page = new PageRequest(limit) };

    /// <summary>Asks for the degrees of entities, and nothing else.</summary>
    public static RelationRequest Degrees(IReadOnlyList<string> anchors, IReadOnlyList<string> types) =>
        Links(anchors, types) with { Page = new PageRequest(0), WantsTotals = true };
}

/// <summary>One relation of an anchor.</summary>
/// <param name="Claim">The claim; null for <see cref="RelationAnchors.DocumentsOf"/>.</param>
/// <param name="Order">The claim's day and rank.</param>
/// <param name="Far">The entity at the other end, as it stands at the head asked for.</param>
/// <param name="Position">The row's place in the order.</param>
public sealed record RelationRow(Claim? Claim, ClaimOrder Order, Entity Far, Position Position);

/// <summary>The relations of one anchor.</summary>
/// <param name="Rows">In the order asked for.</param>
/// <param name="HasNext">True where rows follow these.</param>
/// <param name="HasPrevious">True where rows come before these.</param>
/// <param name="Total">How many distinct far entities there are in all, filters applied; null where nobody asked.</param>
/// <param name="EdgeTotal">How many claims there are in all, filters applied; null where nobody asked.</param>
/// <param name="Aggregate">What was worked out over all of them; null where nobody asked.</param>
public sealed record RelationPage(
    IReadOnlyList<RelationRow> Rows, bool HasNext, bool HasPrevious, long? Total, long? EdgeTotal, Aggregate? Aggregate = null)
{
    /// <summary>What was read ahead; see <see cref="RelationRequest.Ahead"/>.</summary>
    public IReadOnlyList<AheadPages> Ahead { get; init; } = [];

    /// <summary>The anchor's links; empty where nobody asked.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>The anchor's degrees, without zeros, in no order; empty where nobody asked.</summary>
    public IReadOnlyList<Degree> Degrees { get; init; } = [];

    /// <summary>The anchor's neighbours; empty where nobody asked.</summary>
    public IReadOnlyList<Neighbour> Neighbours { get; init; } = [];

    /// <summary>A page without rows.</summary>
    public static RelationPage OfLinks(IReadOnlyList<Link> links, IReadOnlyList<Degree> degrees) =>
        new([], false, false, null, null) { Links = links, Degrees = degrees };
}

/// <summary>One relation of an anchor, and no more of it than a walk needs.</summary>
/// <param name="Type">The relation type.</param>
/// <param name="IsForward">True where the anchor is the subject.</param>
/// <param name="Far">The id of the entity at the other end.</param>
/// <param name="Claim">The claim that says so.</param>
public readonly record struct Link(string Type, bool IsForward, string Far, ClaimId Claim);

/// <summary>How many entities an anchor is linked to in one way, whatever was asked of the far entity and of the claim.</summary>
/// <param name="Type">The relation type.</param>
/// <param name="IsForward">True where the anchor is the subject.</param>
/// <param name="Fars">How many distinct entities.</param>
public readonly record struct Degree(string Type, bool IsForward, long Fars);

/// <summary>An entity that an anchor is linked to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Degree">How many entities it is linked to in turn, counted once for each type and end: the sum of its <see cref="Degree.Fars"/>.</param>
public readonly record struct Neighbour(string Id, long Degree);
