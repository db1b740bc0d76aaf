namespace CsrGraph.Store;

/// <summary>
/// What will be asked next of each entity that rows bring. A store may answer it along with the rows (<see cref="IGraphStore.ReadsAhead"/>), as far as
/// it likes; whatever it leaves out is asked when its turn comes.
/// </summary>
/// <param name="Key">A text that is equal where two requests are.</param>
/// <param name="Request">The request; its anchors are the rows' entities, and are not looked at.</param>
public sealed record RelationAhead(string Key, RelationRequest Request);

/// <summary>The answers to a <see cref="RelationAhead"/>.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Pages">One for each row, in their order; null for one that was left out.</param>
public sealed record AheadPages(string Key, IReadOnlyList<RelationPage?> Pages);
