namespace CsrGraph.GraphQL.Subscribing;

/// <summary>What a change-set touches, as far as somebody wanted to know.</summary>
/// <param name="Number">The change-set.</param>
/// <param name="Wanted">The ids that were looked for.</param>
/// <param name="Ids">Those of them that it touches.</param>
/// <param name="Kinds">The kinds of all that it touches.</param>
internal sealed record Touch(long Number, IReadOnlySet<string> Wanted, IReadOnlySet<string> Ids, IReadOnlySet<string> Kinds)
{
    /// <summary>True where it can say whether the subscription is to be told.</summary>
    public bool Knows(Subscription subscription) => subscription.About.All(Wanted.Contains);

    /// <summary>True where the subscription is to be told.</summary>
    public bool Matches(Subscription subscription) =>
        (subscription.About.Count == 0 || subscription.About.Any(Ids.Contains)) && (subscription.Kinds.Count == 0 || subscription.Kinds.Any(Kinds.Contains));
}
