using CsrGraph.Model;

namespace CsrGraph.Export.Lines;

/// <summary>Takes apart the notes of a roster that names more than it states: the reason for that stands at the end of each.</summary>
internal static class ExceedingNote
{
    /// <summary>The reason, and the evidence without it; read again, the two give the notes that were there.</summary>
    public static (string? Reason, IReadOnlyList<Evidence> Evidence) Of(IReadOnlyList<Evidence> evidence)
    {
        foreach (var reason in Reasons(evidence[0].Note ?? ""))
        {
            if (evidence.All(e => e.Note == reason ? e.Grade != Grade.Inferred : e.Note?.EndsWith(" " + reason, StringComparison.Ordinal) == true))
            {
                return (reason, [.. evidence.Select(e => Without(e, reason))]);
            }
        }

        return (null, evidence);
    }

    // The whole note, else the longest rest after a sentence, else after a word.
    private static IEnumerable<string> Reasons(string note)
    {
        if (note.Length == 0) yield break;
        yield return note;
        var starts = Enumerable.Range(1, note.Length - 1).Where(i => note[i - 1] == ' ' && i > 1).ToList();
        foreach (var start in starts.OrderBy(i => note[i - 2] is '.' or '。' ? 0 : 1)) yield return note[start..];
    }

    private static Evidence Without(Evidence piece, string reason)
    {
        var note = piece.Note == reason ? null : piece.Note![..^(reason.Length + 1)];
        return new Evidence(piece.Document, piece.Quote, piece.Span, piece.Grade, note, piece.Roster);
    }
}
