using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>A projection that is exported is what the API answers, read by readers that others wrote.</summary>
public sealed class ProjectionExportSpecs(LoadedStore store) : IClassFixture<LoadedStore>
{
    private const string Sentence = "36 signed, 12 named: 24 firms and up to 564 pairs are missing here";

    private static readonly string[] NodeFields = ["degree", "weightedDegree", "betweenness", "community"];
    private static readonly string[] EdgeFields = ["weight", "newman", "jaccard", "expected", "probability"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gexf", "SIGNED", "ORGANISATION", "PLEDGE")]
    [InlineData("graphml", "SIGNED", "ORGANISATION", "PLEDGE")]
    [InlineData("csv", "SIGNED", "ORGANISATION", "PLEDGE")]
    [InlineData("gexf", "GUIDED", "ORGANISATION", "EVENT")]
    [InlineData("graphml", "SPOKE_AT", "PERSON", "EVENT")]
    [InlineData("csv", "SPOKE_AT", "PERSON", "EVENT")]
    public async Task Readers_of_other_makers_find_the_numbers_that_the_api_answers(string format, string role, string of, string over)
    {
        using var read = JsonDocument.Parse(await ReadAsync(format, await ExportAsync(format, $"{role}:{of}:{over}")));
        var asked = (await AskAsync(role, of, over)).GetProperty("projection");

        var nodes = read.RootElement.GetProperty("nodes").EnumerateArray().ToDictionary(n => n.GetProperty("id").GetString()!);
        Assert.Equal(asked.GetProperty("nodeCount").GetInt32(), nodes.Count);
        foreach (var theirs in asked.GetProperty("nodes").EnumerateArray())
        {
            var ours = nodes[theirs.GetProperty("entity").GetProperty("id").GetString()!];
            Assert.Equal(theirs.GetProperty("entity").GetProperty("name").GetString(), ours.GetProperty("label").GetString());
            Assert.All(NodeFields, f => Assert.Equal(theirs.GetProperty(f).GetDouble(), ours.GetProperty(f).GetDouble()));
        }

        var edges = read.RootElement.GetProperty("edges").EnumerateArray().ToDictionary(e => (e.GetProperty("a").GetString()!, e.GetProperty("b").GetString()!));
        Assert.Equal(asked.GetProperty("edgeCount").GetInt32(), edges.Count);
        Assert.NotEmpty(edges);
        foreach (var theirs in asked.GetProperty("edges").EnumerateArray())
        {
            var ours = edges[(Id(theirs.GetProperty("a")), Id(theirs.GetProperty("b")))];
            Assert.All(EdgeFields, f => Assert.Equal(theirs.GetProperty(f).GetDouble(), ours.GetProperty(f).GetDouble()));
            Assert.Equal(theirs.GetProperty("initiatives").EnumerateArray().Select(Id), ours.GetProperty("initiatives").EnumerateArray().Select(i => i.GetString()!));
        }
    }

    [Theory]
    [InlineData("gexf")]
    [InlineData("graphml")]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task Every_file_says_the_state_the_licences_and_who_is_missing(string format)
    {
        var file = await ExportAsync(format, "SIGNED:ORGANISATION:PLEDGE");
        if (format == "csv") file = await AboutAsync(file);
        var text = await File.ReadAllTextAsync(file, Cancellation);

        Assert.Matches(format is "csv" or "jsonl" ? "\"head\": ?1" : "snapshot: head 1, knownAt 20", text);
        Assert.Matches(format is "csv" or "jsonl" ? "\"partial\": ?4" : "4 of 5 are partial", text);
        Assert.Contains("The text belongs to its publisher", text, StringComparison.Ordinal);
        Assert.Contains(Sentence, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lines_have_a_node_and_then_an_edge_a_line()
    {
        var lines = (await File.ReadAllLinesAsync(await ExportAsync("jsonl", "signed:organisation:pledge"), Cancellation)).Select(l => JsonDocument.Parse(l).RootElement).ToList();

        Assert.Equal("projection", lines[0].GetProperty("csrgraph").GetString());
        Assert.Equal(12, lines[0].GetProperty("projection").GetProperty("nodes").GetInt32());
        Assert.All(lines[1..13], l => Assert.Equal(11, l.GetProperty("degree").GetInt32()));
        Assert.Equal(66, lines[13..].Count(l => l.GetProperty("ends").GetArrayLength() == 2 && l.GetProperty("initiatives").GetArrayLength() == 1));
        Assert.Equal(1 + 12 + 66, lines.Count);
    }

    [Fact]
    public async Task Edges_of_less_weight_are_left_out()
    {
        var file = await ExportAsync("jsonl", "SIGNED:ORGANISATION:PLEDGE", "--min-weight", "2");

        Assert.DoesNotContain("\"ends\"", await File.ReadAllTextAsync(file, Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":{"in":["org:tencent","org:alibaba","org:baidu"]}}""", null, 3, 3)]
    [InlineData("""{"name":{"contains":"集团"}}""", null, 2, 1)]
    [InlineData("""{ "and": [ {"category":{"eq":"COMPANY"}}, {"not":{"id":{"eq":"org:tencent"}}} ] }""", """{"name":{"contains":"2018"}}""", 11, 55)]
    [InlineData(null, """{"signatories":{"some":{"id":{"eq":"org:tencent"},"edge":{"certainty":{"eq":"CERTAIN"}}}}}""", 12, 66)]
    [InlineData(null, """{"date":{"from":"2030-01-01"}}""", 0, 0)]
    public async Task Filters_choose_as_those_of_the_api_do_and_the_file_says_them(string? filter, string? over, int nodes, int edges)
    {
        string[] options = [.. Option("--filter", filter), .. Option("--over-filter", over)];
        var file = await ExportAsync("jsonl", "SIGNED:ORGANISATION:PLEDGE", options);
        var network = await ExportAsync("gexf", "SIGNED:ORGANISATION:PLEDGE", options);
        var asked = (await store.Serving.AskAsync(
            "query ($filter: AgentFilter, $over: EntityFilter) { projection(role: SIGNED, of: ORGANISATION, over: PLEDGE, filter: $filter, overFilter: $over, first: 0) { nodeCount edgeCount } }",
            new { filter = Parsed(filter), over = Parsed(over) })).GetProperty("data").GetProperty("projection");

        var lines = (await File.ReadAllLinesAsync(file, Cancellation)).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var said = lines[0].GetProperty("projection");
        Assert.Equal((nodes, edges), (said.GetProperty("nodes").GetInt32(), said.GetProperty("edges").GetInt32()));
        Assert.Equal((nodes, edges), (asked.GetProperty("nodeCount").GetInt32(), asked.GetProperty("edgeCount").GetInt32()));
        Assert.Equal(1 + nodes + edges, lines.Count);
        Assert.Equal(Compact(filter), said.TryGetProperty("filter", out var one) ? one.GetRawText() : null);
        Assert.Equal(Compact(over), said.TryGetProperty("overFilter", out var other) ? other.GetRawText() : null);
        var description = System.Xml.Linq.XDocument.Load(network).Descendants().Single(e => e.Name.LocalName == "description").Value;
        if (filter is not null) Assert.Contains($"filter: {Compact(filter)}", description, StringComparison.Ordinal);
        if (over is not null) Assert.Contains($"overFilter: {Compact(over)}", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_may_stand_in_a_file()
    {
        await File.WriteAllTextAsync(store.Csrgraph.At("two.json"), """{"id":{"in":["org:tencent","org:alibaba"]}}""", Cancellation);

        var file = await ExportAsync("jsonl", "SIGNED:ORGANISATION:PLEDGE", "--filter", "two.json");

        Assert.Equal(1 + 2 + 1, (await File.ReadAllLinesAsync(file, Cancellation)).Length);
    }

    [Theory]
    [InlineData("--filter is not JSON", "--filter", "{\"name\":")]
    [InlineData("'nome'", "--filter", """{"nome":{"eq":"a"}}""")]
    [InlineData("'like'", "--over-filter", """{"name":{"like":"a"}}""")]
    [InlineData("'filter.category.eq' is invalid", "--filter", """{"category":{"eq":"FIRM"}}""")]
    [InlineData("'name' in a filter is null", "--filter", """{"name":null}""")]
    [InlineData("are reversed", "--over-filter", """{"date":{"from":"2019-01-01","to":"2018-01-01"}}""")]
    [InlineData("a list has 1001 items; it may have 1000", "--filter", "ids")]
    [InlineData("nothing.json cannot be read", "--filter", "nothing.json")]
    [InlineData("--filter takes a JSON object", "--filter", "list.json")]
    public async Task A_filter_that_is_none_is_said(string message, string option, string filter)
    {
        await File.WriteAllTextAsync(store.Csrgraph.At("list.json"), "[]", Cancellation);
        if (filter == "ids") filter = JsonSerializer.Serialize(new { id = new { @in = Enumerable.Repeat("org:tencent", 1001) } });
        var refused = await store.Csrgraph.RunAsync("export", "--format", "jsonl", "--projection", "SIGNED:ORGANISATION:PLEDGE", option, filter);

        Assert.True(refused.ExitCode == 1, refused.StandardError);
        Assert.Contains(message, refused.StandardError, StringComparison.Ordinal);
        Assert.Equal("", refused.StandardOutput);
    }

    [Theory]
    [InlineData("jsonld is a format of claims: take jsonl, csv, gexf, graphml", "--format", "jsonld", "--projection", "SIGNED:ORGANISATION:PLEDGE")]
    [InlineData("'SIGNED' is no projection: write the relation, who and what, such as SIGNED:ORGANISATION:PLEDGE", "--format", "csv", "--projection", "SIGNED")]
    [InlineData("nobody does anything together by 'SINED'", "--format", "csv", "--projection", "SINED:ORGANISATION:PLEDGE")]
    [InlineData("the object of SIGNED is PLEDGE; such as SIGNED:ORGANISATION:PLEDGE", "--format", "csv", "--projection", "SIGNED:ORGANISATION:EVENT")]
    [InlineData("'0' is no least weight", "--format", "csv", "--projection", "SIGNED:ORGANISATION:PLEDGE", "--min-weight", "0")]
    [InlineData("none is asked for", "--format", "csv", "--min-weight", "2")]
    [InlineData("a filter is one of a projection, and none is asked for", "--format", "csv", "--filter", "{}")]
    [InlineData("a filter is one of a projection, and none is asked for", "--format", "jsonld", "--over-filter", "{}")]
    [InlineData("a projection is of the whole graph", "--format", "csv", "--projection", "SIGNED:ORGANISATION:PLEDGE", "--around", "org:tencent")]
    public async Task What_cannot_be_projected_is_said(string message, params string[] arguments)
    {
        var refused = await store.Csrgraph.RunAsync(["export", .. arguments]);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(message, refused.StandardError, StringComparison.Ordinal);
        Assert.Equal("", refused.StandardOutput);
    }

    [Fact]
    public async Task A_server_sends_the_same_and_refuses_the_same()
    {
        var file = await ExportAsync("graphml", "SIGNED:ORGANISATION:PLEDGE");

        using var sent = await GetAsync("export/graphml?projection=SIGNED:ORGANISATION:PLEDGE");
        using var claims = await GetAsync("export/ftm?projection=SIGNED:ORGANISATION:PLEDGE");
        using var ends = await GetAsync("export/csv?projection=SIGNED:EVENT:PLEDGE&minWeight=2");

        Assert.Equal(await File.ReadAllBytesAsync(file, Cancellation), await sent.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (sent.StatusCode, claims.StatusCode, ends.StatusCode));
        Assert.Contains("ftm is a format of claims", await claims.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("is EVENT, and the subject of SIGNED is ORGANISATION", await ends.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_takes_the_same_filters()
    {
        const string Filter = """{"name":{"contains":"集团"}}""";
        var file = await ExportAsync("csv", "SIGNED:ORGANISATION:PLEDGE", "--filter", Filter);

        using var sent = await GetAsync($"export/csv?projection=SIGNED:ORGANISATION:PLEDGE&filter={Uri.EscapeDataString(Filter)}");
        using var unknown = await GetAsync($"export/csv?projection=SIGNED:ORGANISATION:PLEDGE&overFilter={Uri.EscapeDataString("""{"nome":{}}""")}");
        using var broken = await GetAsync("export/csv?projection=SIGNED:ORGANISATION:PLEDGE&filter={");
        using var alone = await GetAsync("export/csv?filter={}");

        Assert.Equal(await File.ReadAllBytesAsync(file, Cancellation), await sent.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest),
            (sent.StatusCode, unknown.StatusCode, broken.StatusCode, alone.StatusCode));
        Assert.Contains("'nome'", JsonDocument.Parse(await unknown.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("is not JSON", await broken.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("is one of a projection", await alone.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];

    private static JsonElement? Parsed(string? json) => json is null ? null : JsonDocument.Parse(json).RootElement;

    private static string? Compact(string? json) => json?.Replace(" ", "", StringComparison.Ordinal);

    private static string Id(JsonElement entity) => entity.GetProperty("id").GetString()!;

    private async Task<JsonElement> AskAsync(string role, string of, string over) => (await store.Serving.AskAsync(
        """
        query ($role: ProjectionRole!, $of: EntityKind!, $over: EntityKind!) {
          projection(role: $role, of: $of, over: $over, first: 100) {
            nodeCount edgeCount
            nodes { entity { id name } degree weightedDegree betweenness community }
            edges(first: 100) { a { id } b { id } weight newman jaccard expected probability initiatives { id } }
          }
        }
        """,
        new { role, of, over })).GetProperty("data");

    private async Task<HttpResponseMessage> GetAsync(string path) => await store.Serving.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

    private async Task<string> ExportAsync(string format, string projection, params string[] more)
    {
        var file = store.Csrgraph.At($"projected.{format}");
        var export = await store.Csrgraph.RunAsync(["export", "--format", format, "--projection", projection, .. more, "--out", file, "--force"]);
        Assert.True(export.ExitCode == 0, export.StandardError);
        return file;
    }

    private async Task<string> AboutAsync(string zip) => Path.Combine(await ExtractAsync(zip), "about.json");

    private async Task<string> ExtractAsync(string zip)
    {
        var folder = store.Csrgraph.At("projected");
        await ZipFile.ExtractToDirectoryAsync(zip, folder, overwriteFiles: true, Cancellation);
        return folder;
    }

    private async Task<string> ReadAsync(string format, string file)
    {
        var read = await NpmFolder.Readers.RunAsync("projected.mjs", format == "csv" ? await ExtractAsync(file) : file);
        Assert.True(read.ExitCode == 0, read.StandardError);
        return read.StandardOutput;
    }
}
