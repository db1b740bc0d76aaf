using CsrGraph.GraphQL.Limits;
using CsrGraph.Model;

namespace CsrGraph.GraphQL.Subscribing;

/// <summary>Which change-sets somebody listens to.</summary>
/// <param name="About">Ids of entities and documents, one of which they touch; none for all.</param>
/// <param name="Kinds">Kinds, of one of which they touch an entity; none for all.</param>
/// <param name="After">The last number that was seen; null for whatever comes from now on.</param>
internal sealed record Subscription(IReadOnlyList<string> About, IReadOnlyList<string> Kinds, long? After)
{
    /// <summary>The most ids; they are kept as long as somebody listens.</summary>
    public const int MaxAbout = 100;

    /// <summary>True where every change-set is told.</summary>
    public bool IsAboutAll => About.Count == 0 && Kinds.Count == 0;

    /// <exception cref="ApiError">An id is none, or there are too many, or the number is negative.</exception>
    public static Subscription Of(IReadOnlyList<string> about, IReadOnlyList<string> kinds, int? after)
    {
        if (about.Count > MaxAbout) throw ApiError.Input($"'about' has {about.Count} ids; it may have {MaxAbout}");
        foreach (var id in about)
        {
            if (!EntityId.TryParse(id, out _)) throw ApiError.Input($"'about' has '{id}', which is no id: {EntityId.Rule}");
        }

        return after is null or >= 0
            ? new Subscription([.. about.Distinct(StringComparer.Ordinal)], [.. kinds.Distinct(StringComparer.Ordinal)], after)
            : throw ApiError.Input($"'after' is {after}; it is the number of the last change-set that was seen, or 0");
    }
}
