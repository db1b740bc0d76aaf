using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Export;

/// <summary>Says a snapshot in words, for formats that have room for words alone.</summary>
internal static class SnapshotText
{
    /// <summary>A line for each thing that is to be known: the state, the part, how far rosters go, what is left out, the licences.</summary>
    /// <param name="snapshot">What the export shows.</param>
    /// <param name="leftOut">What the format has no place for.</param>
    /// <param name="withDocuments">True where each licence names its documents; false where they stand in the export themselves.</param>
    public static IEnumerable<string> Lines(ExportSnapshot snapshot, IEnumerable<(string What, long Number)> leftOut, bool withDocuments)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"CsrGraph: who took part in what, and who says so. snapshot: head {snapshot.Head}") + KnownAt(snapshot);
        if (snapshot.ValidAt is { } day) yield return $"validAt: {SnapshotJson.Day(day)}; claims that may have held on this day";
        if (snapshot.Around.Count > 0) yield return $"around: {string.Join(", ", snapshot.Around)}";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"rosters: {snapshot.PartialRosters} of {snapshot.Rosters} are partial: they do not name all who took part, so a missing line does not say that somebody did not");
        foreach (var (what, number) in leftOut.Where(l => l.Number > 0)) yield return string.Create(CultureInfo.InvariantCulture, $"left out: {number} {what}");
        foreach (var note in snapshot.Licences)
        {
            var documents = withDocuments ? string.Join(", ", note.Documents) : string.Create(CultureInfo.InvariantCulture, $"{note.Documents.Count} documents");
            yield return $"licence of {documents}: {note.Licence}";
        }
    }

    /// <summary>The claims that are no relations, for formats of nodes and edges alone.</summary>
    public static IEnumerable<(string What, long Number)> OtherThanRelations(ExportSnapshot snapshot) => snapshot.Claims
        .Where(c => c.Kind != ClaimKind.Relation).Select(c => ($"claims of the kind {c.Kind.ToString().ToUpperInvariant()}", c.Number));

    private static string KnownAt(ExportSnapshot snapshot) => snapshot.KnownAt is { } moment ? $", knownAt {Moment.Say(moment)}" : "";
}
