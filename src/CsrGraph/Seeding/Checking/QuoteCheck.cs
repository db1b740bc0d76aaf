using CsrGraph.Model;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>Proves that a span reads as its quote, and finds the span of a quote that has none.</summary>
internal static class QuoteCheck
{
    private const string UseLocate = "let csrgraph locate print the quote's span";

    /// <summary>The proven span, or null after a report.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="span">The span as read, or null where there is none.</param>
    /// <param name="place">Where problems with the span are reported: the span, or the quote where there is none.</param>
    /// <param name="nth">Which of several places is meant, from 1 on, or null.</param>
    /// <param name="text">The document's text, or null where it is not at hand.</param>
    public static Span? Prove(string quote, Span? span, YamlNode place, int? nth, SourceText? text)
    {
        if (span is not { } given) return Find(quote, place, nth, text);
        if (text is null)
        {
            if (given.End - given.Start >= quote.Length) return span;
            place.Refuse($"the span {given} is shorter than its quote", UseLocate);
            return null;
        }

        if (given.End > text.Length)
        {
            place.Refuse($"the span {given} ends beyond the text, which has {text.Length} UTF-16 units", Hint(quote, text));
            return null;
        }

        var read = text.Read(given);
        if (read == quote && text.IsExact(given)) return span;
        place.Refuse(
            read == quote ? $"the span {given} begins or ends inside a note" : $"the span {given} reads '{Shown(read)}', not '{quote}'", Hint(quote, text));
        return null;
    }

    private static Span? Find(string quote, YamlNode place, int? nth, SourceText? text)
    {
        if (text is null)
        {
            place.Refuse("the quote has no span", "run csrgraph check --write-spans with --sources, which writes it");
            return null;
        }

        var places = text.Locate(quote);
        if (nth is { } n && n >= 1 && n <= places.Count) return places[n - 1];
        if (places.Count == 1 && nth is null) return places[0];
        if (places.Count == 0) place.Refuse($"the text does not hold the quote '{quote}'", "quote it as the text, simplified and without notes, has it");
        else if (nth is not null) place.Refuse($"nth is {nth}, and the quote stands {places.Count} times, at {string.Join(", ", places)}", "count from 1");
        else place.Refuse($"the quote '{quote}' stands {places.Count} times, at {string.Join(", ", places)}", "write one of these as its span, or nth: 1, 2 …");
        return null;
    }

    private static string Hint(string quote, SourceText text)
    {
        var places = text.Locate(quote);
        return places.Count == 0
            ? "mend the quote: the text does not hold it anywhere"
            : $"write {string.Join(" or ", places.Take(5))}, where the text has the quote";
    }

    // A reversed pair of numbers may span a whole article, which no message may print.
    private static string Shown(string read) => Wording.Length(read) <= Evidence.MaxQuote ? read : string.Concat(read.AsSpan(0, 20), "…");
}
