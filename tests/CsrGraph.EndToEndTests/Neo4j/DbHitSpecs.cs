using System.Globalization;
using System.Text.RegularExpressions;
using CsrGraph.StoreTests.Neo4j;
using CsrGraph.Tests;
using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>What the cookbook's questions read of the database, as Neo4j counts it (db hits), over the real seeds.</summary>
[Collection(Neo4jDefinition.Name)]
#pragma warning disable CS9113 // The fixture loads the seeds; nothing else is wanted of it.
public sealed partial class DbHitSpecs(SeedsInNeo4j seeds, ITestOutputHelper output)
#pragma warning restore CS9113
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cookbooks_questions_read_no_more_than_they_did()
    {
        await PrepareAsync();
        await using var relay = new StatementRelay(new Uri(Environment.GetEnvironmentVariable("NEO4J_URI")!), isProfiling: true);
        using var csrgraph = new Csrgraph { Variables = { ["NEO4J_URI"] = relay.Address } };
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", Csrgraph.Seeds, "--store", "neo4j");
        var cookbook = await File.ReadAllTextAsync(Path.Combine(SharedFiles.RepositoryRoot(), "docs", "cookbook.md"), Cancellation);
        var hits = new List<(string Question, long Hits)>();
        foreach (var (title, question) in Recipe().Matches(cookbook).Select(m => (m.Groups["title"].Value, m.Groups["question"].Value)))
        {
            relay.Take();
            var answer = await serving.AskAsync(question);
            Assert.False(answer.TryGetProperty("errors", out var errors), $"{title}: {errors}");
            hits.Add((title, relay.Take().Sum(p => p.DbHits)));
        }

        RequireWithin("cookbook-db-hits.txt", hits);
    }

    [Fact]
    public async Task The_questions_for_Neo4j_Browser_read_no_more_than_they_did()
    {
        await PrepareAsync();
        await using var relay = new StatementRelay(new Uri(Environment.GetEnvironmentVariable("NEO4J_URI")!), isProfiling: true);
        var hits = new List<(string Question, long Hits)>();
        foreach (var file in Directory.GetFiles(Path.Combine(SharedFiles.RepositoryRoot(), "cypher", "cookbook"), "*.cypher").Order(StringComparer.Ordinal))
        {
            await Neo4jServer.ReadAsync((await File.ReadAllTextAsync(file, Cancellation)).Trim().TrimEnd(';'), new Uri(relay.Address));
            hits.Add((Path.GetFileNameWithoutExtension(file), relay.Take().Sum(p => p.DbHits)));
        }

        RequireWithin("cypher-cookbook-db-hits.txt", hits);
    }

    // What the planner knows of the sizes of things lags behind a load, and a plan made meanwhile may read more.
    private static async Task PrepareAsync()
    {
        Neo4jServer.Need();
        await Neo4jServer.AskAsync("CALL db.prepareForReplanning()");
    }

    // A line a question: how many hits it may have, and which it is. Twice what was counted, since a planner of another version chooses otherwise.
    private void RequireWithin(string bounds, List<(string Question, long Hits)> hits)
    {
        var file = Path.Combine(SharedFiles.RepositoryRoot(), "tests", "CsrGraph.EndToEndTests", "Neo4j", bounds);
        var most = File.ReadLines(file).Select(line => line.Split(' ', 2)).ToDictionary(p => p[1], p => long.Parse(p[0], CultureInfo.InvariantCulture));
        foreach (var (question, counted) in hits) output.WriteLine($"{counted} {question}");
        Assert.All(hits, h => Assert.True(h.Hits > 0, $"nothing was profiled of '{h.Question}'"));
        Assert.All(hits, h => Assert.True(h.Hits <= most[h.Question], $"'{h.Question}' takes {h.Hits} db hits; {most[h.Question]} are its most"));
        Assert.Equal(most.Count, hits.Count);
    }

    [GeneratedRegex(@"^## (?<title>.*?)\n(?:(?!^## )[\s\S])*?^```graphql\n(?<question>[\s\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex Recipe();
}
