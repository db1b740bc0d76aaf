using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>Why a name matched, the best first.</summary>
public enum SearchReason
{
    /// <summary>A matchable name that is not a short one reads just so.</summary>
    Exact,

    /// <summary>A short name reads just so.</summary>
    ShortName,

    /// <summary>A name begins so.</summary>
    Prefix,

    /// <summary>A name holds it.</summary>
    Substring,

    /// <summary>A name's pinyin is, or begins with, it.</summary>
    Pinyin,

    /// <summary>The initials of a name's pinyin are, or begin with, it.</summary>
    Initials,
}

/// <summary>
/// Asks for entities by any of their names. Texts are folded (<c>Folding.Fold</c>) before they are compared. Hits come by reason, then by the length
/// of the matched folded name, then by id; an entity comes once, with its best match (the first of its names where several are equally good).
/// </summary>
/// <param name="Text">What to look for; at least one character after folding, else nothing is found.</param>
/// <param name="Kinds">The kinds to look among; at least one.</param>
/// <param name="Page">Which hits. Their positions hold the reason and the length.</param>
/// <param name="WantsTotal">True where the number of hits is wanted.</param>
/// <param name="Aggregates">What is worked out over all hits, as over entities that are found.</param>
public sealed record SearchRequest(
    string Text, IReadOnlyList<string> Kinds, PageRequest Page, bool WantsTotal = false, AggregateParts Aggregates = AggregateParts.None);

/// <summary>An entity that was found by a name.</summary>
/// <param name="Entity">As it stands at the head asked for.</param>
/// <param name="MatchedName">The name that matched, as it is written.</param>
/// <param name="Reason">Why it matched.</param>
/// <param name="Position">Its place in the order.</param>
public sealed record SearchRow(Entity Entity, string MatchedName, SearchReason Reason, Position Position);
