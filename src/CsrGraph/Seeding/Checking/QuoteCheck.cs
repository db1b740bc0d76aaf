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
    /// <param name="quotePlace">Where the quote stands.</param>
    /// <param name="spanPlace">Where the span stands, or the quote where there is none.</param>
    /// <param name="nth">Which of several places is meant, from 1 on, or null.</param>
    /// <param name="text">The document's text, or null where it is not at hand.</param>
    public static Span? Prove(string quote, Span? span, YamlNode quotePlace, YamlNode spanPlace, int? nth, SourceText? text)
    {
        if (span is not { } given) return Find(quote, quotePlace, nth, text);
        if (text is null)
        {
            if (given.End - given.Start >= quote.Length) return span;
            spanPlace.Refuse($"the span {given} is shorter than its quote", UseLocate);
            return null;
        }

        if (given.End > text.Length)
        {
            spanPlace.Refuse($"the span {given} ends beyond the text, which has {text.Length} UTF-16 units", Hint(text.Locate(quote)));
            return null;
        }

        var read = text.Read(given);
        if (read == quote && text.IsExact(given)) return span;
        Differ(quote, given, read, quotePlace, spanPlace, text);
        return null;
    }

    /// <summary>Finds the one place of a quote, or says why there is none.</summary>
    public static (Span? Span, string What, string ToDo) Locate(string quote, int? nth, SourceText text)
    {
        var places = text.Locate(quote);
        if (places.Count == 0) return (null, $"the text does not hold the quote '{quote}'", "quote it as the text, simplified and without notes, has it");
        if (text.Read(places[0]) is var read && read != quote) return (null, $"the quote '{quote}' stands in the text as '{read}'", "quote it so");
        var all = $"the quote '{quote}' stands {places.Count} times, at {string.Join(", ", places)}";
        if (nth is null) return places.Count == 1 ? (places[0], "", "") : (null, all, "write one of these as its span, or nth: 1, 2 …");
        return nth > places.Count || nth < 1 ? (null, $"{all}, and nth is {nth}", "count from 1") : (places[nth.Value - 1], "", "");
    }

    private static Span? Find(string quote, YamlNode place, int? nth, SourceText? text)
    {
        if (text is null)
        {
            place.Refuse("the quote has no span", "run csrgraph check --write-spans with --sources, which writes it");
            return null;
        }

        var (span, what, toDo) = Locate(quote, nth, text);
        if (span is null) place.Refuse(what, toDo);
        return span;
    }

    private static void Differ(string quote, Span span, string read, YamlNode quotePlace, YamlNode spanPlace, SourceText text)
    {
        var places = text.Locate(quote);
        var what = read == quote ? $"the span {span} begins or ends inside a note" : $"the span {span} reads '{Shown(read)}', not '{quote}'";
        if (places.Count == 0)
        {
            quotePlace.Refuse(what, Hint(places));
            return;
        }

        // Nobody can say which of the two is the slip, so both lines are named.
        spanPlace.Refuse(what, Hint(places));
        if (read != quote && quotePlace.Line != spanPlace.Line) quotePlace.Refuse($"the quote '{quote}' is not what its span reads", "see the problem at its span");
    }

    private static string Hint(IReadOnlyList<Span> places) => places.Count == 0
        ? "mend the quote: the text does not hold it anywhere"
        : $"write {string.Join(" or ", places.Take(5))}, where the text has the quote";

    // A reversed pair of numbers may span a whole article, which no message may print.
    private static string Shown(string read) => Wording.Length(read) <= Evidence.MaxQuote ? read : string.Concat(read.AsSpan(0, 20), "…");
}
