using System.Net;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Feeds are read by parsers that others wrote; a second look finds nothing new until there is.</summary>
public sealed class FeedSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task Parsers_read_an_entry_a_change_set_and_what_is_known_is_not_sent_again()
    {
        var claims = Path.Combine(csrgraph.CopySeeds(), "documents", "csr-cases-exchange-2024", "claims.yaml");
        await using var serving = await Serving.StartAsync(csrgraph);
        Assert.Equal("CsrGraph: 1: load of seed (101)", await ReadAsync(serving, "feed.atom"));
        Assert.Matches(@"^CsrGraph: 国家广播电视总局: 1: load of seed \(\d+\)$", await ReadAsync(serving, "feed/org:nrta.atom"));
        Assert.Matches(@"^CsrGraph: .*: 1: load of seed \(\d+\)$", await ReadAsync(serving, "feed/csr-cases-exchange-2024.atom"));
        var before = await serving.Client.GetAsync(new Uri("feed/org:nrta.atom?lang=zh", UriKind.Relative), Cancellation);

        var kept = (await File.ReadAllLinesAsync(claims, Cancellation)).Where(l => !l.Contains("GUIDED: [org:nrta, event:cases-2024]", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(claims, kept, Cancellation);
        var document = Path.Combine(Path.GetDirectoryName(claims)!, "document.yaml");
        var text = await File.ReadAllTextAsync(document, Cancellation);
        await File.WriteAllTextAsync(document, System.Text.RegularExpressions.Regex.Replace(text, "claims: [0-9]+", "claims: 1"), Cancellation);
        var load = await csrgraph.RunAsync("load", "--message", "Fewer <signatories> & more");
        Assert.True(load.ExitCode == 0, load.StandardError);

        using var request = new HttpRequestMessage(HttpMethod.Get, "feed/org:nrta.atom?lang=zh") { Headers = { IfNoneMatch = { before.Headers.ETag! } } };
        using var after = await serving.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("- 国家广播电视总局指导了", await after.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Matches(@"^CsrGraph: 国家广播电视总局: 2: Fewer <signatories> & more \(1\), 1: load of seed \(\d+\)$", await ReadAsync(serving, "feed/org:nrta.atom"));
    }

    [Fact]
    public async Task What_has_no_feed_is_not_found_and_what_is_asked_wrongly_is_said()
    {
        csrgraph.CopySeeds();
        await using var serving = await Serving.StartAsync(csrgraph);

        await ExpectAsync(serving, HttpStatusCode.NotFound, "there is nothing at /feed/org:nobody.atom", "feed/org:nobody.atom");
        await ExpectAsync(serving, HttpStatusCode.NotFound, "/feed/{id}.atom", "feed/org:tencent");
        await ExpectAsync(serving, HttpStatusCode.BadRequest, "it is en or zh", "feed.atom?lang=fr");
        await ExpectAsync(serving, HttpStatusCode.BadRequest, "there is no parameter 'since'", "feed.atom?since=1");
        using var posted = await serving.Client.PostAsync(new Uri("feed.atom", UriKind.Relative), null, Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    [Fact]
    public async Task A_reader_who_knew_another_store_is_told_the_new_one()
    {
        csrgraph.CopySeeds();
        var known = await TagAsync(null);
        Directory.Delete(csrgraph.At("data"), recursive: true);

        Assert.NotEqual(known, await TagAsync(known));
    }

    private async Task<System.Net.Http.Headers.EntityTagHeaderValue> TagAsync(System.Net.Http.Headers.EntityTagHeaderValue? known)
    {
        await using var serving = await Serving.StartAsync(csrgraph);
        using var request = new HttpRequestMessage(HttpMethod.Get, "feed.atom");
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        using var answer = await serving.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!;
    }

    private static async Task<string> ReadAsync(Serving serving, string path)
    {
        var read = await NpmFolder.Readers.RunAsync("feed.mjs", new Uri(serving.Client.BaseAddress!, path).ToString());
        Assert.True(read.ExitCode == 0, read.StandardError);
        return read.StandardOutput.TrimEnd('\n');
    }

    private static async Task ExpectAsync(Serving serving, HttpStatusCode status, string message, string path)
    {
        using var answer = await serving.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(message, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
