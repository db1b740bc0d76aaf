using System.IO.Compression;
using System.Text.Json;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>What is exported is opened by readers that others wrote. The numbers are those of the repository's seeds.</summary>
public sealed class ReaderSpecs(LoadedStore store) : IClassFixture<LoadedStore>
{
    private const string Network = "102 nodes, 106 edges";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Csv_parse_opens_every_file_and_the_edges_fit_the_nodes()
    {
        var folder = store.Csrgraph.At("csv");
        await ZipFile.ExtractToDirectoryAsync(await ExportAsync("csv"), folder, Cancellation);

        Assert.Equal($"{Network}, 193 other claims, 332 pieces of evidence, 4 documents", await ReadAsync("csv.mjs", folder));
        using var about = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "about.json"), Cancellation));
        Assert.Equal(1, about.RootElement.GetProperty("snapshot").GetProperty("head").GetInt32());
        Assert.Equal(4, about.RootElement.GetProperty("licences").EnumerateArray().Sum(l => l.GetProperty("documents").GetArrayLength()));
    }

    [Fact]
    public async Task Graphology_opens_the_gexf() => Assert.Equal(Network, await ReadAsync("gexf.mjs", await ExportAsync("gexf")));

    [Fact]
    public async Task Graphology_opens_the_graphml() => Assert.Equal(Network, await ReadAsync("graphml.mjs", await ExportAsync("graphml")));

    [Fact]
    public async Task Jsonld_expands_and_makes_rdf_without_fetching_anything() => Assert.Equal(
        "102 entities, 4 documents, 299 claims, 332 pieces of evidence", await ReadAsync("jsonld.mjs", await ExportAsync("jsonld")));

    [Fact]
    public async Task Every_line_of_followthemoney_fits_its_model_and_what_does_not_fit_is_counted()
    {
        using var read = JsonDocument.Parse(await ReadAsync("ftm.mjs", await ExportAsync("ftm")));

        var counts = read.RootElement.GetProperty("counts").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetInt32());
        Assert.Superset(new HashSet<string> { "Company", "Person", "Event", "Article", "Documentation", "Employment", "Membership", "ProjectParticipant", "UnknownLink" }, counts.Keys.ToHashSet());
        var note = read.RootElement.GetProperty("note").EnumerateArray().Select(l => l.GetString()!).ToList();
        Assert.Contains(note, l => l.Contains("snapshot: head 1", StringComparison.Ordinal));
        Assert.Contains(note, l => l.StartsWith("left out:", StringComparison.Ordinal) && l.EndsWith("claims of the kind ROSTER", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("csr-forum-2018")]
    [InlineData("org:tencent")]
    public async Task Citation_js_reads_the_bibtex(string id)
    {
        var answer = await store.Serving.AskAsync("query ($id: ID!) { node(id: $id) { ... on Document { title } ... on Organisation { name } } cite(id: $id, style: BIBTEX) csl: cite(id: $id, style: CSL_JSON) }", new { id });
        var data = answer.GetProperty("data");
        var file = store.Csrgraph.At("cited.bib");
        await File.WriteAllTextAsync(file, data.GetProperty("cite").GetString(), Cancellation);

        using var read = JsonDocument.Parse(await ReadAsync("bibtex.mjs", file));

        var entry = read.RootElement[0];
        Assert.Equal(id, entry.GetProperty("id").GetString());
        Assert.Equal(data.GetProperty("node").EnumerateObject().Single().Value.GetString(), entry.GetProperty("title").GetString());
        using var csl = JsonDocument.Parse(data.GetProperty("csl").GetString()!);
        Assert.Equal(csl.RootElement[0].GetProperty("title").GetString(), entry.GetProperty("title").GetString());
    }

    private async Task<string> ExportAsync(string format)
    {
        var file = store.Csrgraph.At($"graph.{format}");
        var export = await store.Csrgraph.RunAsync("export", "--format", format, "--out", file, "--force");
        Assert.True(export.ExitCode == 0, export.StandardError);
        return file;
    }

    private static async Task<string> ReadAsync(string script, string path)
    {
        var read = await NpmFolder.Readers.RunAsync(script, path);
        Assert.True(read.ExitCode == 0, read.StandardError);
        return read.StandardOutput.TrimEnd('\n');
    }
}
