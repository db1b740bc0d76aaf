using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Seeding.Reading;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding;

/// <summary>Where a quote stands in a document's raw text.</summary>
/// <param name="Quote">The quote as evidence has it: simplified, without notes.</param>
/// <param name="Spans">Its places in the order of the text; none where there is a problem.</param>
/// <param name="Problems">Why it cannot be located.</param>
public sealed record QuotePlaces(string Quote, IReadOnlyList<Span> Spans, IReadOnlyList<Problem> Problems);

/// <summary>Finds the span of a quote, so that nobody types one.</summary>
public static class QuoteLocator
{
    /// <summary>Finds every place of a quote in the text of one document of a seed folder.</summary>
    /// <param name="folder">The seed folder.</param>
    /// <param name="sources">The folder with the raw texts.</param>
    /// <param name="document">The document's id.</param>
    /// <param name="quote">The words, traditional or simplified.</param>
    public static QuotePlaces Locate(string folder, string sources, string document, string quote)
    {
        ArgumentException.ThrowIfNullOrEmpty(quote);
        var problems = new ProblemList();
        var layout = SeedLayout.Of(folder, problems);
        var texts = SourceTexts.Open(sources, problems);
        if (layout is null || texts is null) return new QuotePlaces(quote, [], problems.InOrder());
        if (!EntityId.TryParse(document, out var id) || !layout.Documents.Contains(id))
        {
            problems.Add(folder, $"there is no document '{document}'", $"name one of {string.Join(", ", layout.Documents)}");
            return new QuotePlaces(quote, [], problems.InOrder());
        }

        if (Text(folder, id, texts, problems) is not { } text) return new QuotePlaces(quote, [], problems.InOrder());
        var spans = text.Locate(quote);
        if (spans.Count > 0) return new QuotePlaces(text.Read(spans[0]), spans, []);
        problems.Add(SeedLayout.DocumentFile(id), $"the text does not hold '{quote}'", "quote it as the text has it, without notes");
        return new QuotePlaces(quote, [], problems.InOrder());
    }

    /// <summary>A document's text by the hash in its document.yaml, or null after a report; nothing else of the file is looked at.</summary>
    internal static SourceText? Text(string folder, EntityId document, SourceTexts texts, ProblemList problems)
    {
        var file = SeedLayout.DocumentFile(document);
        var root = new SeedFiles(folder, problems).Read(file) is { } yaml ? YamlFile.Read(file, yaml, problems.Add) : null;
        return root?.Mapping()?.Required("sha256") is { } node && node.Text() is { } hash ? texts.Find(hash, node) : null;
    }
}
