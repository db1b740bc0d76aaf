namespace CsrGraph.Seeding.Bulk;

/// <summary>How what does not fit into memory is sorted.</summary>
/// <param name="Scratch">A folder with room for about as much as the claims take; nothing stays there.</param>
/// <param name="SortBytes">How much is sorted at once, in bytes; about three times as much memory is taken.</param>
public sealed record BulkOptions(string Scratch, int SortBytes = 12 << 20);
