using System.Text.Json;
using CsrGraph.Export;
using CsrGraph.Model;
using CsrGraph.Seeding;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Exports;

public sealed class JsonLinesSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EveryStore]
    public async Task What_is_exported_loads_into_the_same_graph(string store)
    {
        await using var graph = await ExportedGraph.OfSeedsAsync(store);

        await using var loaded = await ExportedGraph.LoadAsync(await graph.WriteAsync("jsonl"));

        Assert.Equal(await StoreChecksum.OfAsync(graph.Store, 1, Cancellation), await StoreChecksum.OfAsync(loaded, 1, Cancellation));
    }

    [Theory, EveryStore]
    public async Task An_earlier_state_is_exported_as_it_was_and_the_head_as_it_is(string store)
    {
        await using var graph = await ExportedGraph.OfSectorAsync(store);

        await using var before = await ExportedGraph.LoadAsync(await graph.WriteAsync("jsonl", new ExportRequest { KnownAt = KnownAt.Of(1) }));
        await using var after = await ExportedGraph.LoadAsync(await graph.WriteAsync("jsonl", new ExportRequest { KnownAt = KnownAt.Of(GraphUnderTest.Begin.AddDays(9)) }));

        Assert.Equal(await StoreChecksum.OfAsync(graph.Store, 1, Cancellation), await StoreChecksum.OfAsync(before, 1, Cancellation));
        Assert.Equal(await StoreChecksum.OfAsync(graph.Store, 2, Cancellation), await StoreChecksum.OfAsync(after, 1, Cancellation));
        Assert.NotEqual(await StoreChecksum.OfAsync(before, 1, Cancellation), await StoreChecksum.OfAsync(after, 1, Cancellation));
    }

    [Theory, EveryStore]
    public async Task What_may_have_held_on_a_day_is_a_graph_that_loads(string store)
    {
        await using var graph = await ExportedGraph.OfSectorAsync(store);
        var day = new DateOnly(2021, 6, 1);

        await using var loaded = await ExportedGraph.LoadAsync(await graph.WriteAsync("jsonl", new ExportRequest { ValidAt = day }));

        // A roster whose members did not hold yet is no roster.
        var expected = (await ClaimsAsync(graph.Store, new AsOf(2, day))).ToDictionary(c => c.Id);
        var found = await ClaimsAsync(loaded, new AsOf(1));
        Assert.All(found, c => Assert.Contains(c.Id, expected));
        Assert.All(expected.Values.ExceptBy(found.Select(c => c.Id), c => c.Id), c => Assert.Equal(ClaimKind.Roster, c.Kind));
        Assert.InRange(found.Count, 1, (await ClaimsAsync(graph.Store, new AsOf(2))).Count - 1);
    }

    [Theory, EveryStore]
    public async Task What_is_around_an_entity_is_a_graph_that_loads(string store)
    {
        await using var graph = await ExportedGraph.OfSeedsAsync(store);
        var own = await graph.Store.ClaimsAsync([new ClaimRequest { By = ClaimsBy.End, Anchors = ["event:forum-2018"], Page = PageRequest.All }], new AsOf(1), Cancellation);

        await using var loaded = await ExportedGraph.LoadAsync(await graph.WriteAsync("jsonl", new ExportRequest { Around = [new EntityId("event:forum-2018")] }));

        var found = await ClaimsAsync(loaded, new AsOf(1));
        var all = await ClaimsAsync(graph.Store, new AsOf(1));
        Assert.Superset(own[0][0].Rows.Select(r => r.Claim.Id).ToHashSet(), found.Select(c => c.Id).ToHashSet());
        Assert.Contains(found, c => c.Subject.Value != "event:forum-2018" && c.Object?.Value != "event:forum-2018");
        Assert.InRange(found.Count, 1, all.Count - 1);
    }

    [Fact]
    public async Task The_first_line_says_the_state_the_licences_and_how_many_rosters_are_partial()
    {
        await using var graph = await ExportedGraph.OfSeedsAsync(TestedStores.InMemory);

        var lines = await File.ReadAllLinesAsync(await graph.WriteAsync("jsonl"), Cancellation);

        using var head = JsonDocument.Parse(lines[0]);
        var root = head.RootElement;
        Assert.Equal("""{"head":1,"knownAt":"2025-01-01T08:00:00Z"}""", root.GetProperty("snapshot").GetRawText());
        var documents = lines.Select(l => JsonDocument.Parse(l).RootElement).Where(l => l.TryGetProperty("sha256", out _)).ToList();
        Assert.Equal(
            documents.GroupBy(d => d.GetProperty("licence").GetString()!).ToDictionary(g => g.Key, g => g.Count()),
            root.GetProperty("licences").EnumerateArray().ToDictionary(l => l.GetProperty("licence").GetString()!, l => l.GetProperty("documents").GetInt32()));
        var rosters = lines.Where(l => l.Contains("\"ROSTER\":", StringComparison.Ordinal)).ToList();
        Assert.Equal(rosters.Count, root.GetProperty("rosters").GetProperty("all").GetInt32());
        Assert.Equal(rosters.Count(r => !r.Contains("\"closure\":\"CLOSED\"", StringComparison.Ordinal)), root.GetProperty("rosters").GetProperty("partial").GetInt32());
    }

    [Fact]
    public async Task The_hash_of_a_file_is_that_of_its_load()
    {
        await using var graph = await ExportedGraph.OfSeedsAsync(TestedStores.InMemory);
        var path = await graph.WriteAsync("jsonl");

        await using var loaded = await ExportedGraph.LoadAsync(path);

        Assert.Equal(SeedFolder.Hash(path), (await loaded.LastChangeSetAsync(Cancellation))!.SourceHash);
    }

    [Fact]
    public async Task A_line_that_is_wrong_is_reported_by_its_number_in_the_file()
    {
        await using var graph = await ExportedGraph.OfSeedsAsync(TestedStores.InMemory);
        var path = await graph.WriteAsync("jsonl");
        var lines = await File.ReadAllLinesAsync(path, Cancellation);
        lines[^1] = lines[^1].Replace("\"document\"", "\"dokument\"", StringComparison.Ordinal);
        lines[1] = "{\"names\":[]}";
        await File.WriteAllLinesAsync(path, lines, Cancellation);

        var problems = SeedFolder.Check(path, ExportedGraph.Vocabulary, new SeedOptions(), null, Cancellation).Problems;

        Assert.Contains(problems, p => p.File == path && p.Line == 2);
        Assert.Contains(problems, p => p.File == path && p.Line == lines.Length);
    }

    [Fact]
    public async Task An_empty_graph_is_exported_as_one()
    {
        await using var graph = await ExportedGraph.OfSeedsAsync(TestedStores.InMemory);

        var lines = await File.ReadAllLinesAsync(await graph.WriteAsync("jsonl", new ExportRequest { KnownAt = KnownAt.Of(0) }), Cancellation);

        Assert.Equal(["""{"csrgraph":"export","snapshot":{"head":0},"licences":[],"rosters":{"all":0,"partial":0}}"""], lines);
    }

    private static async Task<IReadOnlyList<Claim>> ClaimsAsync(IGraphStore store, AsOf asOf) =>
        [.. (await store.ClaimsAsync([new ClaimRequest { By = ClaimsBy.All, Page = PageRequest.All }], asOf, Cancellation))[0][0].Rows.Select(r => r.Claim)];
}
