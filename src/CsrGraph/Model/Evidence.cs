namespace CsrGraph.Model;

/// <summary>How the words bear the claim.</summary>
public enum Grade
{
    /// <summary>The text states it, and the quote holds one end by its full name (or the value of a claim with one end).</summary>
    Verbatim,

    /// <summary>The same by another registered name.</summary>
    Alias,

    /// <summary>The text implies it, or the ends come from context; a note says how.</summary>
    Inferred,
}

/// <summary>The words of one document that bear a claim.</summary>
public sealed record Evidence
{
    /// <summary>The longest quote, in characters of the normalised text.</summary>
    public const int MaxQuote = 24;

    /// <exception cref="FormatException">The quote is too long, stands without its span, or INFERRED stands without a note.</exception>
    public Evidence(EntityId document, string? quote, Span? span, Grade grade, string? note, ClaimId? roster)
    {
        // A quote has at most as many characters as units, and most are short enough by those.
        if (quote?.Length > MaxQuote && new System.Globalization.StringInfo(quote).LengthInTextElements > MaxQuote)
        {
            throw new FormatException($"the quote '{quote}' has more than {MaxQuote} characters");
        }

        if (quote is null != span is null) throw new FormatException("a quote and its span stand together");
        if ((quote is null || grade == Grade.Inferred) && string.IsNullOrWhiteSpace(note)) throw new FormatException("evidence that is INFERRED, or has no quote, needs a note that says how");
        (Document, Quote, Span, Grade, Note, Roster) = (document, quote, span, grade, note, roster);
    }

    /// <summary>The document.</summary>
    public EntityId Document { get; }

    /// <summary>The words, normalised; null where only a curator's note bears a proposed identity.</summary>
    public string? Quote { get; }

    /// <summary>Where they stand in the raw text.</summary>
    public Span? Span { get; }

    /// <summary>How they bear the claim.</summary>
    public Grade Grade { get; }

    /// <summary>The curator's note, or null.</summary>
    public string? Note { get; }

    /// <summary>The roster of the same document whose words count this participation, or null.</summary>
    public ClaimId? Roster { get; }
}
