using CsrGraph.Model;
using CsrGraph.Text;

namespace CsrGraph.Seeding.Checking;

/// <summary>A document's text, with what checks ask of it.</summary>
internal sealed class SourceText
{
    private readonly NormalisedText text;

    public SourceText(string raw)
    {
        text = Normaliser.Normalise(raw);
        Folded = Wording.Fold(text.Text);
    }

    /// <summary>The whole text folded.</summary>
    public string Folded { get; }

    /// <summary>How long the raw text is, in UTF-16 units.</summary>
    public int Length => text.Raw.Length;

    /// <summary>What a raw span reads; the span lies in the text.</summary>
    public string Read(Span span) => text.Read(span.Start, span.End);

    /// <summary>Every place of a quote.</summary>
    public IReadOnlyList<Span> Locate(string quote) => [.. text.Locate(quote).Select(place => new Span(place.Start, place.End))];

    /// <summary>
    /// True where the span begins and ends where its characters do: at the first's own place, and after the last or after the note that
    /// follows it. A place inside a note reads the same and is a slip all the same.
    /// </summary>
    public bool IsExact(Span span)
    {
        var (first, past) = (FirstFrom(span.Start), FirstFrom(span.End));
        if (past <= first) return false;
        var (start, end) = text.RawSpan(first, past);
        var last = text.RawSpan(past - 1, past).Start;
        return span.Start == start && (span.End == end || span.End == last + (char.IsSurrogate(text.Text[past - 1]) ? 2 : 1));
    }

    /// <summary>True where the text prints these words; <c>…</c> in them stands for words left out.</summary>
    public bool Prints(string words)
    {
        var from = 0;
        foreach (var part in words.Split('…', StringSplitOptions.RemoveEmptyEntries).Select(Wording.Fold))
        {
            var at = Folded.IndexOf(part, from, StringComparison.Ordinal);
            if (at < 0) return false;
            from = words.Contains('…', StringComparison.Ordinal) ? at + part.Length : from;
        }

        return true;
    }

    private int FirstFrom(int rawPlace)
    {
        var (low, high) = (0, text.Text.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = text.RawSpan(middle, middle).Start < rawPlace ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
