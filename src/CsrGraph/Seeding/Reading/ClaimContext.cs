using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>A claim as read.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Claim">What it says.</param>
/// <param name="Evidence">Its words, graded.</param>
/// <param name="RosterNode">The roster key that it names, or null.</param>
/// <param name="Roster">What a roster says beside its claim, or null.</param>
internal sealed record ClaimDraft(YamlNode Place, Claim Claim, IReadOnlyList<Evidence> Evidence, YamlNode? RosterNode = null, RosterDraft? Roster = null)
{
    /// <summary>The same with one qualifier more.</summary>
    public ClaimDraft With(string qualifier, string value) =>
        this with { Claim = Claim with { Qualifiers = Qualifiers.Of([.. Claim.Qualifiers.Select(q => (q.Key, (string?)q.Value)), (qualifier, value)]) } };
}

/// <summary>What a roster says beside its claim.</summary>
/// <param name="Key">Its key in the file, or null.</param>
/// <param name="KeyNode">Where the key stands, or the roster where it has none.</param>
/// <param name="Value">The roster.</param>
/// <param name="Exceeds">Why it names more than it states, or null.</param>
internal sealed record RosterDraft(string? Key, YamlNode KeyNode, Roster Value, string? Exceeds);

/// <summary>What the readers of one claims.yaml share.</summary>
/// <param name="Seed">What the folder's readers share.</param>
/// <param name="Document">The document.</param>
/// <param name="Text">Its text, or null where it is not at hand.</param>
internal sealed record ClaimContext(SeedContext Seed, EntityId Document, SourceText? Text)
{
    /// <summary>The evidence of a claim with one end: a piece holds one of the values unless the curator graded every piece INFERRED.</summary>
    /// <param name="pieces">The pieces; null where they were refused.</param>
    /// <param name="what">What is looked for, for messages: <c>the printed number '36家'</c>.</param>
    /// <param name="holds">Whether a piece's folded quote holds it.</param>
    public IReadOnlyList<Evidence>? OneEnded(IReadOnlyList<Piece>? pieces, string what, Func<string, bool> holds)
    {
        if (pieces is null) return null;
        if (pieces.Any(p => !p.IsInferred) && !pieces.Any(p => holds(p.Folded)))
        {
            var place = pieces.First(p => !p.IsInferred);
            place.Place.Refuse($"the quote '{place.Quote}' does not hold {what}", "quote words that hold it, or add grade: INFERRED and a note");
            return null;
        }

        return [.. pieces.Select(p => Graded(p, Grade.Verbatim))];
    }

    /// <summary>The evidence of a claim with two ends: each piece holds an end by a name, or is INFERRED.</summary>
    public IReadOnlyList<Evidence>? TwoEnded(IReadOnlyList<Piece>? pieces, RegisteredEntity? subject, RegisteredEntity? other)
    {
        if (pieces is null) return null;
        var evidence = new List<Evidence>();
        foreach (var piece in pieces)
        {
            var held = piece.IsInferred ? Grade.Inferred : Best(subject?.HeldBy(piece.Folded), other?.HeldBy(piece.Folded));
            if (held is { } grade) evidence.Add(Graded(piece, grade));
            else
            {
                var ends = string.Join(" nor ", new[] { subject, other }.OfType<RegisteredEntity>().Select(e => $"{e.Id} ({e.Shown ?? "no name"})"));
                piece.Place.Refuse(
                    $"the quote '{piece.Quote}' holds by no registered name {ends}",
                    "quote words that name an end, register the name they use, or add grade: INFERRED and a note");
            }
        }

        return evidence.Count == pieces.Count ? evidence : null;
    }

    /// <summary>Words as printed, which the text has; null where there are none or after a report.</summary>
    public string? Printed(YamlNode? node, int limit, string what, bool inferred = false)
    {
        if (SeedContext.Words(node, limit, what) is not { } words) return null;
        if (Text is null || inferred || Text.Prints(words)) return words;
        node!.Refuse($"the text does not print {what} '{words}'", "write it as printed, simplified and without notes");
        return null;
    }

    private static Grade? Best(Grade? one, Grade? other) => one is null ? other : other is null ? one : (Grade)Math.Min((int)one, (int)other);

    private Evidence Graded(Piece piece, Grade grade) => new(Document, piece.Quote, piece.Span, piece.IsInferred ? Grade.Inferred : grade, piece.Note, null);
}
