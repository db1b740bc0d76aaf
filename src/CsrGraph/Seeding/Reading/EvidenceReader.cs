using System.Globalization;
using System.Text.RegularExpressions;
using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>A quote with its proven span, still without a grade.</summary>
/// <param name="Place">Where the quote stands.</param>
/// <param name="Quote">The quote; null where only a note bears the claim.</param>
/// <param name="Span">Its span.</param>
/// <param name="IsInferred">True where the curator graded it INFERRED; there is a note then.</param>
/// <param name="Note">The curator's note.</param>
internal sealed record Piece(YamlNode Place, string? Quote, Span? Span, bool IsInferred, string? Note)
{
    public string Folded { get; } = Quote is null ? "" : Wording.Fold(Quote);
}

/// <summary>Reads the words that bear a claim: <c>quote</c>, <c>span</c>, <c>note</c> and <c>grade</c>, or a list <c>evidence</c> of such.</summary>
internal static partial class EvidenceReader
{
    private static readonly string[] OfOnePiece = ["quote", "span", "nth"];

    /// <summary>The pieces of a claim, or null after a report.</summary>
    /// <param name="item">The claim.</param>
    /// <param name="text">The document's text, or null where it is not at hand.</param>
    /// <param name="noteSuffices">True where a note may stand without a quote.</param>
    public static IReadOnlyList<Piece>? OfClaim(YamlMapping item, SourceText? text, bool noteSuffices)
    {
        if (item.Optional("evidence") is not { } list) return Single(item, text, noteSuffices) is { } piece ? [piece] : null;
        foreach (var key in OfOnePiece.Where(key => item.Optional(key) is not null))
        {
            item.Optional(key)!.Refuse($"'{key}' stands beside 'evidence'", "move it into the piece that it belongs to");
        }

        var nodes = list.Items();
        if (nodes.Count == 0 && list is YamlSequence) list.Refuse("the claim has no evidence", "add a quote and its span");
        var pieces = new List<Piece?>();
        foreach (var mapping in nodes.Select(node => node.Mapping()))
        {
            pieces.Add(mapping is null ? null : Single(mapping, text, false, item));
            mapping?.RefuseOtherKeys();
        }

        foreach (var twin in pieces.OfType<Piece>().GroupBy(p => p.Span).SelectMany(g => g.Skip(1)))
        {
            twin.Place.Refuse("this piece of evidence stands twice", "keep one");
        }

        return pieces.Count > 0 && pieces.All(p => p is not null) ? [.. pieces.OfType<Piece>()] : null;
    }

    /// <summary>One piece, or null after a report.</summary>
    /// <param name="item">The piece, or the claim where it has one only.</param>
    /// <param name="text">The document's text, or null where it is not at hand.</param>
    /// <param name="noteSuffices">True where a note may stand without a quote.</param>
    /// <param name="whole">The claim of several pieces, whose note and grade hold for each that has none of its own; else null.</param>
    public static Piece? Single(YamlMapping item, SourceText? text, bool noteSuffices, YamlMapping? whole = null)
    {
        var (quoteNode, spanNode) = (item.Optional("quote"), item.Optional("span"));
        var gradeNode = item.Optional("grade") ?? whole?.Optional("grade");
        var noteNode = item.Optional("note") ?? whole?.Optional("note");
        var nth = SeedContext.Number(item, "nth");
        var note = SeedContext.Words(noteNode, SeedContext.MaxOwnWords, "the note");
        var inferred = IsInferred(gradeNode);
        if (note is not null && text is not null) OwnWords.Check(noteNode!, note, text);
        if (inferred && note is null) gradeNode!.Refuse("INFERRED needs a note", "say in note: how the text implies it");
        if (quoteNode is null)
        {
            spanNode?.Refuse("the span stands without its quote", "add the quote");
            if (noteSuffices && note is not null && spanNode is null) return new Piece(item, null, null, true, note);
            if (spanNode is null) item.Refuse("the claim has no evidence", noteSuffices ? "add a quote, or a note that says why" : "add the quote that bears it, and its span");
            return null;
        }

        if (SeedContext.Words(quoteNode, Evidence.MaxQuote, "the quote") is not { } quote) return null;
        var given = spanNode is null ? null : Span(spanNode);
        if (spanNode is not null && given is null) return null;
        return QuoteCheck.Prove(quote, given, spanNode ?? quoteNode, nth, text) is { } span && (!inferred || note is not null)
            ? new Piece(quoteNode, quote, span, inferred, note)
            : null;
    }

    private static bool IsInferred(YamlNode? grade)
    {
        if (grade?.Text() is not { } text) return false;
        if (text == "INFERRED") return true;
        grade.Refuse($"the grade is '{text}'", "write INFERRED with a note, or leave it out: VERBATIM and ALIAS are computed from the quote");
        return false;
    }

    private static Span? Span(YamlNode node)
    {
        if (node.Text() is not { } text) return null;
        var match = SpanShape().Match(text);
        try
        {
            if (match.Success) return new Span(Number(match.Groups[1]), Number(match.Groups[2]));
            node.Refuse($"'{text}' is not a span", "write start-end in UTF-16 units of the raw text, such as 454-462; csrgraph locate prints it");
        }
        catch (FormatException exception)
        {
            node.Refuse(exception.Message, "let csrgraph locate print the quote's span");
        }

        return null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,9})-(\d{1,9})$")]
    private static partial Regex SpanShape();
}
