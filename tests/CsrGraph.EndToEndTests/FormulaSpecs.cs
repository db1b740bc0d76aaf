using System.IO.Compression;
using System.Text.Json;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Names that a spreadsheet would take for formulas come out of an export as words.</summary>
public sealed class FormulaSpecs : IDisposable
{
    private static readonly string[] Names = ["=1+1", "+86 010", "-cmd", "@SUM(A1)", "＝全角", "＋全角", "－全角", "＠全角", "=\"quoted\"", "=a,b", "a=b", "a&b<c>]]>d"];

    private readonly Csrgraph csrgraph = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task Csv_parse_reads_no_cell_that_starts_a_formula_and_every_word_of_the_names()
    {
        await LoadAsync();
        var folder = csrgraph.At("csv");

        Assert.Equal(0, (await csrgraph.RunAsync("export", "--format", "csv", "--out", "graph.zip")).ExitCode);
        await ZipFile.ExtractToDirectoryAsync(csrgraph.At("graph.zip"), folder, Cancellation);
        var read = await NpmFolder.Readers.RunAsync("csv.mjs", folder);

        Assert.True(read.ExitCode == 0, read.StandardError);
        var nodes = await File.ReadAllTextAsync(Path.Combine(folder, "nodes.csv"), Cancellation);
        Assert.Contains("org:h0,\"'=1+1\",", nodes, StringComparison.Ordinal);
        Assert.Contains("org:h8,\"'=\"\"quoted\"\"\",", nodes, StringComparison.Ordinal);
        Assert.Contains("org:h9,\"'=a,b\",", nodes, StringComparison.Ordinal);
        Assert.Contains("org:h10,a=b,", nodes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_projection_of_them_is_guarded_too()
    {
        await LoadAsync();

        Assert.Equal(0, (await csrgraph.RunAsync("export", "--format", "csv", "--projection", "SIGNED:ORGANISATION:PLEDGE", "--out", "graph.zip")).ExitCode);

        await using var zip = await ZipFile.OpenReadAsync(csrgraph.At("graph.zip"), Cancellation);
        using var nodes = new StreamReader(await zip.GetEntry("nodes.csv")!.OpenAsync(Cancellation));
        var cells = (await nodes.ReadToEndAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).SelectMany(l => l.Split(',')).ToList();
        Assert.Contains("\"'@SUM(A1)\"", cells);
        Assert.DoesNotContain(cells, c => c.Length > 0 && "=+-@＝＋－＠".Contains(c.TrimStart('"')[..1], StringComparison.Ordinal));
    }

    private async Task LoadAsync()
    {
        Directory.CreateDirectory(csrgraph.At("made"));
        await WriteAsync("entities", [.. Names.Select((n, i) => (object)new { id = $"org:h{i}", category = "COMPANY", names = new[] { n } }), new { id = "pledge:p", names = Names[..1] }]);
        await WriteAsync("documents", new { id = "d", title = "-title", language = "zh-Hans", licence = "=licence", sha256 = new string('0', 64), assertions = new { claims = 1, entities = 1 } });
        await WriteAsync("claims", [.. Names.Select((n, i) => (object)new { document = "d", SIGNED = new[] { $"org:h{i}", "pledge:p" }, quote = n, span = $"{100 * i}-{(100 * i) + n.Length}" })]);
        var load = await csrgraph.RunAsync("load", "made");
        Assert.True(load.ExitCode == 0, load.StandardError);
    }

    private Task WriteAsync(string name, params object[] lines) =>
        File.WriteAllLinesAsync(csrgraph.At("made", $"{name}.ndjson"), lines.Select(l => JsonSerializer.Serialize(l)), Cancellation);
}
