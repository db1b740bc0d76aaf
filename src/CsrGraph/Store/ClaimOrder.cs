namespace CsrGraph.Store;

/// <summary>
/// What orders a claim and says when it holds; derived in the core when a change-set is applied, and no part of the claim's id. The default order
/// of claims is by first day (a missing day last), then by rank, then by id.
/// </summary>
/// <param name="FromDay">
/// <see cref="DateOnly.DayNumber"/> of the first day that it may hold on: of its own date, else of the initiative's, else of the document's; null
/// where none is known.
/// </param>
/// <param name="UntilDay">The last day that it may hold on, or null.</param>
/// <param name="Rank">Where its words stand in the first of its documents (by id), so that names come in the order in which they are printed.</param>
public readonly record struct ClaimOrder(int? FromDay, int? UntilDay, int Rank);
