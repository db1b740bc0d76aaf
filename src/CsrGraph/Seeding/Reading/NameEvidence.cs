using CsrGraph.Model;
using CsrGraph.Seeding.Checking;

namespace CsrGraph.Seeding.Reading;

/// <summary>Proves the words that bear a name, when their document's text is at hand.</summary>
internal static class NameEvidence
{
    /// <summary>The least part of a name that bears it, where the name is longer than a quote may be.</summary>
    private const int LeastPart = 8;

    public static void Prove(NameDraft name, SourceText? text)
    {
        var origin = name.Origin!;
        var (node, document) = (origin.EvidenceNode!, origin.Document!.Value);
        var piece = EvidenceReader.Single(node, text, false);
        node.RefuseOtherKeys();
        origin.EvidenceNode = null;
        if (piece is null) return;
        var holds = piece.Folded.Contains(name.Folded, StringComparison.Ordinal)
            || (Wording.Length(name.Text) > Evidence.MaxQuote && piece.Folded.Length >= LeastPart && name.Folded.Contains(piece.Folded, StringComparison.Ordinal));
        if (!holds && !piece.IsInferred)
        {
            piece.Place.Refuse($"the quote '{piece.Quote}' does not hold the name '{name.Text}'", "quote words that hold it, or add grade: INFERRED and a note");
            return;
        }

        origin.Evidence = new Evidence(document, piece.Quote, piece.Span, piece.IsInferred ? Grade.Inferred : Grade.Verbatim, piece.Note, null);
    }
}
