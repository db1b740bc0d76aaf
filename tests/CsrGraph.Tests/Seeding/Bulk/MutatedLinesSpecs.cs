using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace CsrGraph.Tests.Seeding.Bulk;

/// <summary>The seeds as lines: whatever is broken in them is found at its line, by the same checks that YAML has.</summary>
public partial class MutatedLinesSpecs
{
    private static readonly Dictionary<string, (Regex Place, Func<Match, string> Broken)> Breakages = new()
    {
        ["the end of a span"] = (SpanShape(), m => $"{m.Groups[1]}-{Number(m.Groups[2]) + 1}"),
        ["the start of a span"] = (SpanShape(), m => $"{Number(m.Groups[1]) + 1}-{m.Groups[2]}"),
        ["a shifted span"] = (SpanShape(), m => $"{Number(m.Groups[1]) + 40}-{Number(m.Groups[2]) + 40}"),
        ["a reversed span"] = (SpanShape(), m => $"{m.Groups[2]}-{m.Groups[1]}"),
        ["a quote with a character more"] = (QuoteShape(), m => m.Value + "甴"),
        ["a quote with a character less"] = (QuoteShape(), m => m.Value[..^1]),
        ["an id in a claim or a document"] = (IdShape(), m => m.Value + "-x"),
        ["an id that is none"] = (IdShape(), m => m.Value.Replace(':', '/')),
        ["an entity's own id"] = (OwnIdShape(), m => m.Value + "-x"),
        ["an entity's kind"] = (OwnIdShape(), m => "x" + m.Value),
        ["the type of a claim"] = (HeadShape(), m => m.Value + "_X"),
        ["a term"] = (TermShape(), m => m.Value + "_X"),
        ["a roster's role"] = (RoleShape(), m => m.Value + "_X"),
        ["a roster's key in a member"] = (MemberShape(), m => m.Value + "x"),
        ["a document's id in a name"] = (DocumentShape(), m => m.Value + "-x"),
        ["an impossible date"] = (DateShape(), m => m.Value + "-40"),
        ["another date"] = (DateShape(), m => m.Value[..^1] + (char)('0' + ((m.Value[^1] - '0' + 1) % 10))),
        ["a hash"] = (HashShape(), m => (m.Value[0] == 'a' ? "b" : "a") + m.Value[1..]),
    };

    public static TheoryData<string> Kinds => [.. Breakages.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_place_that_is_broken_at_once_is_named(string kind)
    {
        var files = BulkCopy.Of(SeedCopy.ReadWhole().Graph!);
        using var copy = new BulkCopy(files);
        var (places, broken) = Breakages[kind];
        var expected = new List<string>();
        foreach (var (file, text) in files)
        {
            var matches = Matches(places, text, file, kind).Select(m => m.Index).ToHashSet();
            expected.AddRange(matches.Select(index => $"{file}:{text.AsSpan(0, index).Count('\n') + 1}"));
            copy.Write(file, places.Replace(text, m => matches.Contains(m.Index) ? broken(m) : m.Value));
        }

        var reported = copy.Read(SharedFiles.Path("sources")).Problems.Select(p => $"{p.File}:{p.Line}").ToHashSet();

        Assert.NotEmpty(expected);
        Assert.Equal([], expected.Where(place => !reported.Contains(place)));
    }

    // A year that only a curator found is not printed, so that no other can be told from it.
    private static IEnumerable<Match> Matches(Regex place, string text, string file, string kind) =>
        from match in place.Matches(text)
        let line = text.Split('\n')[text.AsSpan(0, match.Index).Count('\n')]
        where kind != "another date" || !line.Contains("\"inferred\":\"only the year", StringComparison.Ordinal)
        where !kind.StartsWith("an id", StringComparison.Ordinal) || file != BulkCopy.Entities
        where kind != "a document's id in a name" || file == BulkCopy.Entities
        select match;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("""(?<="span":")(\d+)-(\d+)""")]
    private static partial Regex SpanShape();

    [GeneratedRegex("""(?<="quote":")(?:[^"\\]|\\.)+(?<!\\)(?=")""")]
    private static partial Regex QuoteShape();

    [GeneratedRegex("""(?<=")(?:org|person|group|event|series|pledge|report|standard|programme|case|campaign|column|place):[a-z0-9][a-z0-9.-]*(?=")""")]
    private static partial Regex IdShape();

    [GeneratedRegex("""(?<=^\{"id":")[a-z]+:[a-z0-9.-]+""", RegexOptions.Multiline)]
    private static partial Regex OwnIdShape();

    [GeneratedRegex("""(?<=^\{"document":"[^"]+",")[A-Z_]{4,}(?=")""", RegexOptions.Multiline)]
    private static partial Regex HeadShape();

    [GeneratedRegex("""(?<="(?:category|type|act|state|status|closure|kind|attribute|positionType|membershipGrade|certainty|grade|time|CREDIT)":")[A-Z_]+""")]
    private static partial Regex TermShape();

    [GeneratedRegex("""(?<="ROSTER":\["[^"]+",")[A-Z_]+""")]
    private static partial Regex RoleShape();

    [GeneratedRegex("""(?<="roster":")claim:[0-9a-f]+""")]
    private static partial Regex MemberShape();

    [GeneratedRegex("""(?<="document":")[a-z0-9-]+""")]
    private static partial Regex DocumentShape();

    [GeneratedRegex("""(?<="(?:date|asOf|published|retrieved)":")\d[\d/-]*""")]
    private static partial Regex DateShape();

    [GeneratedRegex("""(?<="sha256":")[0-9a-f]{64}""")]
    private static partial Regex HashShape();
}
