using System.IO.Compression;
using System.Net;
using Xunit;

namespace CsrGraph.EndToEndTests;

public sealed class ExportSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task What_is_exported_is_loaded_into_another_store_which_exports_the_same()
    {
        await LoadAsync();

        var export = await csrgraph.RunAsync("export", "--format", "jsonl", "--out", "graph.jsonl");
        var load = await csrgraph.RunAsync("load", "graph.jsonl", "--store", "copy.db");
        var again = await csrgraph.RunAsync("load", "graph.jsonl", "--store", "copy.db");
        var copy = await csrgraph.RunAsync("export", "--format", "jsonl", "--store", "copy.db");

        Assert.Equal(0, export.ExitCode);
        Assert.Matches(@"^graph\.jsonl: data/csrgraph\.db at change-set 1, \d+ bytes\n$", export.StandardOutput);
        Assert.Contains("claims +299 -0, evidence +332 -0, entities and documents +106 -0", load.StandardOutput, StringComparison.Ordinal);
        Assert.StartsWith("nothing to load", again.StandardOutput, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(csrgraph.At("graph.jsonl"), Cancellation);
        Assert.Equal(lines.Skip(1), copy.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1));
    }

    [Fact]
    public async Task A_file_that_is_there_is_kept_unless_it_is_to_be_replaced()
    {
        await LoadAsync();
        await File.WriteAllTextAsync(csrgraph.At("graph.zip"), "notes", Cancellation);

        var refused = await csrgraph.RunAsync("export", "--format", "csv", "--out", "graph.zip");
        var kept = await File.ReadAllTextAsync(csrgraph.At("graph.zip"), Cancellation);
        var forced = await csrgraph.RunAsync("export", "--format", "csv", "--out", "graph.zip", "--force");

        Assert.Equal((1, 0), (refused.ExitCode, forced.ExitCode));
        Assert.Contains("--force", refused.StandardError, StringComparison.Ordinal);
        Assert.Equal("notes", kept);
        await using var zip = await ZipFile.OpenReadAsync(csrgraph.At("graph.zip"), Cancellation);
        Assert.Contains(zip.Entries, e => e.FullName == "nodes.csv");
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("gexf")]
    [InlineData("cypher")]
    public async Task A_full_disk_leaves_no_half_file_and_the_one_before_it(string format)
    {
        await LoadAsync();
        await File.WriteAllTextAsync(csrgraph.At("graph.out"), "notes", Cancellation);

        var full = await csrgraph.RunWithoutRoomAsync(52, "export", "--format", format, "--out", "graph.out", "--force");

        Assert.True(full.ExitCode == 3, $"{full.ExitCode}: {full.StandardError}");
        Assert.Contains("graph.out", full.StandardError, StringComparison.Ordinal);
        Assert.Equal("notes", await File.ReadAllTextAsync(csrgraph.At("graph.out"), Cancellation));
        Assert.Equal(["graph.out"], Directory.GetFiles(csrgraph.Folder).Select(Path.GetFileName));
        Assert.DoesNotContain(Directory.GetFiles(csrgraph.At("data")), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    public async Task Standard_output_without_room_is_no_fault_of_the_program(string format)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        await LoadAsync();

        var full = await csrgraph.RunIntoAsync("/dev/full", "export", "--format", format);

        Assert.True(full.ExitCode == 3, $"{full.ExitCode}: {full.StandardError}");
        Assert.StartsWith("standard output cannot be written, so the export is not whole", full.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("names no file", "")]
    [InlineData("names no file", " ")]
    [InlineData("is a device", "/dev/null")]
    [InlineData("the store itself", "data/csrgraph.db")]
    [InlineData("the store itself", "./data/../data/csrgraph.db-wal")]
    public async Task What_no_file_can_take_the_place_of_stays(string message, string target)
    {
        await LoadAsync();

        var refused = await csrgraph.RunAsync("export", "--format", "jsonl", "--out", target, "--force");
        var after = await csrgraph.RunAsync("changes");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(message, refused.StandardError, StringComparison.Ordinal);
        Assert.Equal(0, after.ExitCode);
    }

    [Theory]
    [InlineData(2, "there is no format 'xlsx': it is one of jsonl, csv, gexf, graphml, jsonld, ftm, cypher", "--format", "xlsx")]
    [InlineData(1, "there is no org:nobody", "--format", "jsonl", "--around", "org:nobody")]
    [InlineData(1, "'Tencent' is not an id", "--format", "jsonl", "--around", "Tencent")]
    [InlineData(1, "'around' names nobody", "--format", "jsonl", "--around", " , ")]
    [InlineData(1, "'2018-13-01' is no day", "--format", "jsonl", "--valid-at", "2018-13-01")]
    [InlineData(1, "there is no change-set 9", "--format", "jsonl", "--known-at", "9")]
    [InlineData(3, "cannot be written", "--format", "jsonl", "--out", "missing/graph.jsonl")]
    public async Task What_cannot_be_exported_is_said(int code, string message, params string[] arguments)
    {
        await LoadAsync();

        var refused = await csrgraph.RunAsync(["export", .. arguments]);

        Assert.Equal(code, refused.ExitCode);
        Assert.Contains(message, refused.StandardError, StringComparison.Ordinal);
        Assert.Equal("", refused.StandardOutput);
    }

    [Fact]
    public async Task A_server_sends_what_the_command_writes_and_says_what_it_cannot()
    {
        csrgraph.CopySeeds();
        await using var serving = await Serving.StartAsync(csrgraph);
        Assert.Equal(0, (await csrgraph.RunAsync("export", "--format", "jsonl", "--around", "org:tencent", "--valid-at", "2018-12-31", "--out", "graph.jsonl")).ExitCode);

        using var sent = await serving.Client.GetAsync(new Uri("export/jsonl?around=org:tencent&validAt=2018-12-31", UriKind.Relative), Cancellation);
        using var head = await serving.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "export/csv"), Cancellation);
        using var posted = await serving.Client.PostAsync(new Uri("export/csv", UriKind.Relative), null, Cancellation);

        Assert.Equal("application/x-ndjson", sent.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename=\"csrgraph-1.jsonl\"", sent.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(await File.ReadAllBytesAsync(csrgraph.At("graph.jsonl"), Cancellation), await sent.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal("application/zip", head.Content.Headers.ContentType?.ToString());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        await ExpectAsync(serving, HttpStatusCode.NotFound, "/export/jsonl", "export/xlsx");
        await ExpectAsync(serving, HttpStatusCode.BadRequest, "there is no org:nobody", "export/csv?around=org:nobody");
        await ExpectAsync(serving, HttpStatusCode.BadRequest, "'around' names nobody", "export/csv?around=");
        await ExpectAsync(serving, HttpStatusCode.BadRequest, "there is no parameter 'arround'", "export/csv?arround=org:tencent");
        await ExpectAsync(serving, HttpStatusCode.BadRequest, "is no day", "export/csv?validAt=soon");
        await ExpectAsync(serving, HttpStatusCode.BadRequest, "stands twice", "export/csv?knownAt=1&knownAt=0");
    }

    private static async Task ExpectAsync(Serving serving, HttpStatusCode status, string message, string path)
    {
        using var answer = await serving.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(message, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task LoadAsync() => Assert.Equal(0, (await csrgraph.RunAsync("load", Csrgraph.Seeds)).ExitCode);
}
