using System.Globalization;
using System.Text;
using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Seeding.Reading;
using CsrGraph.Seeding.Spans;
using YamlDotNet.Core;

namespace CsrGraph.Seeding;

/// <summary>What came of writing spans.</summary>
/// <param name="Written">How many spans were written.</param>
/// <param name="Files">The files that were changed, relative to the folder.</param>
/// <param name="Problems">The quotes whose span could not be found, and why.</param>
public sealed record SpanWriting(int Written, IReadOnlyList<string> Files, IReadOnlyList<Problem> Problems);

/// <summary>
/// Writes the spans that quotes lack into the files of a seed folder: after the quote, in the file's own layout, with everything else as it
/// was. A quote that stands several times needs <c>nth</c>, which its span then replaces.
/// </summary>
public sealed class SpanWriter
{
    private readonly string folder;
    private readonly ProblemList problems = new();
    private readonly Dictionary<EntityId, SourceText?> texts = [];
    private readonly SeedLayout? layout;
    private readonly SourceTexts? sources;

    private SpanWriter(string folder, string sources)
    {
        this.folder = folder;
        layout = SeedLayout.Of(folder, problems);
        this.sources = SourceTexts.Open(sources, problems);
    }

    /// <summary>Fills in what is missing; a file with nothing missing is not touched, and each is replaced whole or not at all.</summary>
    /// <param name="folder">The seed folder.</param>
    /// <param name="sources">The folder with the raw texts.</param>
    public static SpanWriting Write(string folder, string sources) => new SpanWriter(folder, sources).Write();

    private SpanWriting Write()
    {
        if (layout is null || sources is null) return new SpanWriting(0, [], problems.InOrder());
        var changed = new List<string>();
        var written = layout.EntityFiles.Sum(file => Write(file, null, changed)) + layout.Documents.Sum(id => Write(SeedLayout.ClaimsFile(id), id, changed));
        return new SpanWriting(written, changed, problems.InOrder());
    }

    private int Write(string file, EntityId? document, List<string> changed)
    {
        if (new SeedFiles(folder, problems).Read(file) is not { } yaml) return 0;
        IReadOnlyList<OpenQuote> quotes;
        try
        {
            quotes = QuoteScanner.Scan(yaml);
        }
        catch (YamlException exception)
        {
            problems.Add(new Problem(file, (int)exception.Start.Line, (int)exception.Start.Column, $"this is not YAML: {exception.Message}", "mend it"));
            return 0;
        }

        var edits = quotes.Select(q => Edit(file, yaml, q, document)).OfType<TextEdit>().OrderByDescending(e => e.Start).ToList();
        if (edits.Count == 0) return 0;
        var text = new StringBuilder(yaml);
        foreach (var edit in edits) text.Remove(edit.Start, edit.End - edit.Start).Insert(edit.Start, edit.Text);
        var path = Path.Combine(folder, file);
        var beside = path + ".new";
        File.WriteAllText(beside, text.ToString());
        File.Move(beside, path, overwrite: true);
        changed.Add(file);
        return edits.Count;
    }

    private TextEdit? Edit(string file, string yaml, OpenQuote quote, EntityId? document)
    {
        if ((document ?? (EntityId.TryParse(quote.Document, out var named) ? named : null)) is not { } id || Text(id) is not { } text)
        {
            problems.Add(new Problem(file, quote.Line, quote.Column, "the text of this quote's document is not at hand", "mend the document's id or its sha256"));
            return null;
        }

        var nthValue = quote.Nth is null ? (int?)null : int.TryParse(quote.Nth.Value, CultureInfo.InvariantCulture, out var n) ? n : 0;
        var (span, what, toDo) = QuoteCheck.Locate(quote.Quote, nthValue, text);
        if (span is null)
        {
            problems.Add(new Problem(file, quote.Line, quote.Column, what, toDo));
            return null;
        }

        if (quote.Nth is { } nth) return new TextEdit(nth.Start, nth.End, $"span: {span}");
        var newLine = yaml.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var separator = quote.IsFlow ? ", " : newLine + new string(' ', quote.KeyColumn - 1);
        var at = quote.IsFlow ? quote.End : EndOfLine(yaml, quote.End);
        return new TextEdit(at, at, $"{separator}span: {span}");
    }

    // A comment after the quote stays on its line.
    private static int EndOfLine(string yaml, int from)
    {
        var end = yaml.IndexOf('\n', from);
        if (end < 0) return yaml.Length;
        return end > from && yaml[end - 1] == '\r' ? end - 1 : end;
    }

    private SourceText? Text(EntityId document)
    {
        if (texts.TryGetValue(document, out var text)) return text;
        return texts[document] = layout!.Documents.Contains(document) ? QuoteLocator.Text(folder, document, sources!, problems) : null;
    }
}

/// <summary>Text that takes the place of a range of a file.</summary>
internal sealed record TextEdit(int Start, int End, string Text);
