using System.Globalization;
using System.Text.Json.Nodes;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Sectors;
using CsrGraph.Benchmarks.Serving;

namespace CsrGraph.Benchmarks;

/// <summary>What <c>peer</c> is told.</summary>
/// <param name="Sqlite">The file of the SQLite store; filled where it is empty.</param>
/// <param name="Neo4j">The HTTP address of the Neo4j of the peer and of the Neo4j store, both filled where they are empty; null for neither.</param>
/// <param name="Bolt">Its Bolt address.</param>
/// <param name="Password">Its password, or null.</param>
/// <param name="PeerFolder">Where the peer's packages are.</param>
/// <param name="Others">More addresses that answer the same sector's questions, with their names.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Rounds">How often each is asked.</param>
/// <param name="WarmUp">How often each is asked before that.</param>
internal sealed record PeerOptions(
    string Sqlite, Uri? Neo4j, string Bolt, string? Password, string PeerFolder, IReadOnlyList<(string Name, Uri Address)> Others, PeerSector Sector, int Rounds, int WarmUp);

/// <summary>The benchmark question with fresh ids each time, and one event by id, beside @neo4j/graphql on the same machine in the same run.</summary>
internal static class PeerBenchmark
{
    public static async Task RunAsync(PeerOptions options, TextWriter to, CancellationToken cancellation)
    {
        if (await StoreSector.FillFileAsync(options.Sqlite, options.Sector, cancellation) is { } rate) to.WriteLine($"SQLite loaded: {Whole(rate)} claims a second");
        await using var csrgraph = await Served.CsrgraphAsync(options.Sqlite, new Dictionary<string, string?>(), cancellation);
        using var sqlite = new Contender("csrgraph, SQLite", csrgraph.Address);
        List<Contender> contenders = [sqlite, .. options.Others.Select(o => new Contender(o.Name, o.Address))];
        if (options.Neo4j is null)
        {
            Measure(contenders, null, options, to, cancellation);
            return;
        }

        using var neo4j = new SectorInNeo4j(options.Neo4j, options.Password);
        if (await neo4j.FillAsync(options.Sector, cancellation) is { } bare) to.WriteLine($"Neo4j loaded for the peer: {Whole(bare)} relationships a second");
        if (await StoreSector.FillNeo4jAsync(options.Neo4j, options.Sector, cancellation) is { } own) to.WriteLine($"csrgraph, Neo4j loaded: {Whole(own)} claims a second");
        await using var over = await Served.CsrgraphAsync("neo4j", StoreSector.Settings(options.Neo4j), cancellation);
        using var neo4jStore = new Contender("csrgraph, Neo4j", over.Address);
        contenders.Add(neo4jStore);
        await using var served = await Served.PeerAsync(options.PeerFolder, options.Bolt, cancellation);
        using var peer = new Contender("@neo4j/graphql", served.Address);
        Measure(contenders, peer, options, to, cancellation);
    }

    private static void Measure(List<Contender> ours, Contender? peer, PeerOptions options, TextWriter to, CancellationToken cancellation)
    {
        foreach (var (title, file, variables) in PeerQuestions.Of(options.Sector))
        {
            var question = new BenchmarkQuestion(PeerQuestions.Read(file), variables);
            List<(Contender Contender, BenchmarkQuestion Question)> asked = [.. ours.Select(c => (c, question))];
            if (peer is not null)
            {
                var same = new BenchmarkQuestion(PeerQuestions.Read($"peer-{file}"), variables);
                foreach (var contender in ours) RequireSame((contender, question), (peer, same), cancellation);
                asked.Insert(0, (peer, same));
            }

            var answers = Interleaved.Run(asked, options.WarmUp, options.Rounds, null, cancellation);
            foreach (var answered in answers) answered.RequireAnswers();
            to.WriteLine();
            Table.Print(to, [[title, "p50 ms", "p99 ms", "of p50"], .. asked.Zip(answers, (a, s) => (string[])
                [a.Contender.Name, Table.Time(s.Times.Median), Table.Time(s.Times.P99), Table.Ratio(s.Times.Median / answers[0].Times.Median)])]);
        }
    }

    // The ids in both answers are the same, whatever their order and the shape around them.
    private static void RequireSame(
        (Contender Contender, BenchmarkQuestion Question) ours, (Contender Contender, BenchmarkQuestion Question) peer, CancellationToken cancellation)
    {
        var (given, expected) = (ours.Contender.Data(ours.Question, 0, cancellation), peer.Contender.Data(peer.Question, 0, cancellation));
        var (ids, expectedIds) = (IdsIn(given).Order(StringComparer.Ordinal), IdsIn(expected).Order(StringComparer.Ordinal));
        if (!ids.SequenceEqual(expectedIds)) throw new InvalidOperationException($"{ours.Contender.Name} answers otherwise than {peer.Contender.Name}");
    }

    private static IEnumerable<string> IdsIn(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(IdsIn),
        JsonObject map => map.SelectMany(m => m.Key == "id" ? [m.Value!.GetValue<string>()] : IdsIn(m.Value)),
        _ => [],
    };

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
