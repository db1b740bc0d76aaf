using CsrGraph.Text;

namespace CsrGraph.Tests.Text;

/// <summary>The four seed texts, normalised once, and the table of facts that were read from them by hand.</summary>
internal static class SeedTexts
{
    public const string First = "000_132c8c43e458e097.txt";
    public const string Second = "001_e163f0d6ea851340.txt";
    public const string Third = "002_09295ae9d5366575.txt";
    public const string Fourth = "003_ed814c84008f6cc0.txt";

    public static readonly string[] All = [First, Second, Third, Fourth];

    public static NormalisedText Read(string file) => Normaliser.Normalise(File.ReadAllText(SharedFiles.Path("sources", file)));

    /// <summary>The rows of the facts table: number, file, evidence and raw span.</summary>
    public static IEnumerable<FactRow> Facts() =>
        from line in File.ReadLines(SharedFiles.Path("seed-facts.md"))
        let cells = line.Split('|').Select(cell => cell.Trim()).ToArray()
        where cells.Length == 10 && int.TryParse(cells[1], out _) && cells[6].EndsWith(".txt", StringComparison.Ordinal)
        let span = cells[8].Split('–')
        select new FactRow(Number(cells[1]), cells[6], cells[7], Number(span[0]), Number(span[1]));

    /// <summary>The names of the entities table that the texts print in another form: canonical name, raw form.</summary>
    public static IEnumerable<(string Name, string Raw)> Names() =>
        from line in File.ReadLines(SharedFiles.Path("seed-facts.md"))
        where line.StartsWith("| E", StringComparison.Ordinal)
        let cells = line.Split('|').Select(cell => cell.Trim()).ToArray()
        where cells[5].Length > 0
        select (cells[2], cells[5]);

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One row of the facts table.</summary>
internal sealed record FactRow(int Number, string File, string Evidence, int Start, int End);
