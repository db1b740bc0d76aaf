using System.Globalization;
using System.Net;
using System.Text.Json;
using CliWrap.Buffered;
using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>Neo4j is killed in the middle of a load, while questions are asked, and started again.</summary>
public sealed class KilledSpecs : IDisposable
{
    private const int Documents = 40;

    private const string Question =
        "{ statistics { claims } events(first: 5) { totalCount edges { node { name guidedBy { totalCount edges { node { name } evidence { quote document { title } } } } } } } }";

    private readonly Csrgraph csrgraph = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task Nothing_is_answered_wrong_or_in_part_and_service_and_load_go_on_where_they_were()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("CSRGRAPH_FULL") == "1", "it starts a Neo4j of its own twice, which takes most of a minute: ./build full does");
        await MakeAsync();
        await using var neo4j = await OwnNeo4j.StartAsync();
        foreach (var (name, value) in neo4j.Variables) csrgraph.Variables[name] = value;
        await RunAsync("load", "small", "--store", "neo4j");
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", "small", "--store", "neo4j");
        await using var questions = new Questioning(serving, Question, 2);
        var old = await questions.AskAsync();
        Assert.Equal((HttpStatusCode.OK, await FromFileAsync("small")), (old.Status, Data(old.Text)));

        // The load is under way once a good part of what it has not yet published is there.
        var load = csrgraph.Command("load", "made", "--store", "neo4j").ExecuteBufferedAsync(Cancellation);
        while (await neo4j.NumberAsync("MATCH (c:CsrGraph:Claim) WHERE c.addedIn = 2 RETURN count(c)") < 5_000) Assert.False(load.Task.IsCompleted, "it was too fast");
        await neo4j.KillAsync();
        var refused = await questions.AskAsync();
        var (ready, live) = (await questions.GetAsync("health/ready"), await questions.GetAsync("health/live"));
        var ended = await load;
        await neo4j.StartAgainAsync();
        var back = await questions.UntilOkAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(3, ended.ExitCode);
        Assert.Contains(neo4j.Address, Assert.Single(ended.StandardError.Split('\n'), l => l.Contains("Neo4j", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains($"Neo4j does not answer at {neo4j.Address}", refused.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready.Status, live.Status));
        Assert.Contains("STORE_UNAVAILABLE", ready.Text, StringComparison.Ordinal);
        Assert.Equal(old, back);
        Assert.Equal(HttpStatusCode.OK, (await questions.GetAsync("health/ready")).Status);

        Assert.Contains("change-set 2: claims +", await RunAsync("load", "made", "--store", "neo4j"), StringComparison.Ordinal);
        await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
        var now = await questions.AskAsync();
        Assert.Equal(await FromFileAsync("made"), Data(now.Text));
        Assert.NotEqual(old, now);
        Assert.Contains("no faults", await RunAsync("check", "--store", "neo4j"), StringComparison.Ordinal);

        var answers = await questions.EndAsync();
        foreach (var answer in answers.Where(a => a.Status != HttpStatusCode.OK)) Assert.True(IsRefusal(answer), $"{answer.Status}: {answer.Text}");
        foreach (var answer in answers.Where(a => a.Status == HttpStatusCode.OK && a != now && !Questioning.IsLate(a))) Assert.Equal(old.Text, answer.Text);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{answers.Count} answers while it was killed and came back, {answers.Count(IsRefusal)} of them 503 with the reason"));
    }

    private static bool IsRefusal((HttpStatusCode Status, string Text) answer) =>
        answer.Status == HttpStatusCode.ServiceUnavailable && answer.Text.Contains("STORE_UNAVAILABLE", StringComparison.Ordinal);

    /// <summary>A made sector, and beside it what its first documents say alone.</summary>
    private async Task MakeAsync()
    {
        await RunAsync("generate", "--entities", "2000", "--claims", "20000", "--out", "made");
        Directory.CreateDirectory(csrgraph.At("small"));
        File.Copy(csrgraph.At("made", "entities.ndjson"), csrgraph.At("small", "entities.ndjson"));
        var documents = (await File.ReadAllLinesAsync(csrgraph.At("made", "documents.ndjson"), Cancellation)).Take(Documents).ToList();
        var ids = documents.Select(line => Text(line, "id")).ToHashSet();
        var claims = await File.ReadAllLinesAsync(csrgraph.At("made", "claims.ndjson"), Cancellation);
        await File.WriteAllLinesAsync(csrgraph.At("small", "documents.ndjson"), documents, Cancellation);
        await File.WriteAllLinesAsync(csrgraph.At("small", "claims.ndjson"), claims.Where(line => ids.Contains(Text(line, "document"))), Cancellation);
    }

    /// <summary>What a file answers that the same was loaded into.</summary>
    private async Task<string> FromFileAsync(string folder)
    {
        await RunAsync("load", folder, "--store", "file.db");
        return Data(await RunAsync("query", Question, "--store", "file.db"));
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var result = await csrgraph.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {result.ExitCode}: {result.StandardError}{result.StandardOutput}");
        return result.StandardOutput;
    }

    private static string Text(string line, string property) => JsonElement.Parse(line).GetProperty(property).GetString()!;

    private static string Data(string answer) => JsonSerializer.Serialize(JsonElement.Parse(answer).GetProperty("data"));
}
