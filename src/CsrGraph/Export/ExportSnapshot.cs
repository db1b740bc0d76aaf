using CsrGraph.Model;

namespace CsrGraph.Export;

/// <summary>What an export shows, which every format says: the state, what its sources allow, and where the lists of those who took part are open.</summary>
/// <param name="Head">The last change-set that counts; 0 for the empty graph.</param>
/// <param name="KnownAt">When that was applied; null for the empty graph.</param>
/// <param name="ValidAt">The day on which its claims may have held; null for any.</param>
/// <param name="Around">The entities around which it is; empty for the whole graph.</param>
/// <param name="Licences">What may be done with its sources, by the notes in ordinal order.</param>
/// <param name="Rosters">How many rosters it has.</param>
/// <param name="PartialRosters">How many of them do not name all who took part (OPEN or UNKNOWN).</param>
public sealed record ExportSnapshot(
    long Head, DateTimeOffset? KnownAt, DateOnly? ValidAt, IReadOnlyList<EntityId> Around, IReadOnlyList<LicenceNote> Licences, long Rosters, long PartialRosters);

/// <summary>A note on what may be done with sources, and whose it is.</summary>
/// <param name="Licence">The note.</param>
/// <param name="Documents">The sources that have it, by id.</param>
public sealed record LicenceNote(string Licence, IReadOnlyList<EntityId> Documents);
