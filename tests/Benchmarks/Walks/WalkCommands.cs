using System.CommandLine;
using CsrGraph.Benchmarks.Sectors;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Benchmarks.Walks;

/// <summary>The verbs <c>paths</c> and <c>network</c>.</summary>
internal static class WalkCommands
{
    public static Command Paths() => Create(
        "paths",
        "Paths of at most four relations between random pairs of a made sector.",
        (vocabulary, sector, count) => new PathsBenchmark(vocabulary, sector, count, Console.Out),
        static (benchmark, path, cancellation) => benchmark.OnSqliteAsync(path, cancellation),
        static (benchmark, store, neo4j, cancellation) => benchmark.OnNeo4jAsync(store, neo4j, cancellation));

    public static Command Network() => Create(
        "network",
        "The network one step around the hubs of a made sector.",
        (vocabulary, sector, count) => new NetworkBenchmark(vocabulary, sector, count, Console.Out),
        static (benchmark, path, cancellation) => benchmark.OnSqliteAsync(path, cancellation),
        static (benchmark, store, neo4j, cancellation) => benchmark.OnNeo4jAsync(store, neo4j, cancellation));

    private static Command Create<T>(
        string name,
        string description,
        Func<VocabularyDefinition, WalkSector, int, T> make,
        Func<T, string, CancellationToken, Task> onSqlite,
        Func<T, IGraphStore, CypherOverHttp, CancellationToken, Task> onNeo4j)
    {
        var sqlite = SectorOptions.Sqlite();
        var entities = new Option<int>("--entities") { Description = "The sector's entities, where the file is empty", DefaultValueFactory = _ => 20_000 };
        var claims = new Option<int>("--claims") { Description = "The sector's claims, where the file is empty", DefaultValueFactory = _ => 100_000 };
        var count = new Option<int>("--count") { Description = "How many are asked", DefaultValueFactory = _ => 200 };
        var neo4j = SectorOptions.Neo4j();
        var command = new Command(name, description) { sqlite, entities, claims, count, neo4j };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (path, vocabulary) = (parsed.GetRequiredValue(sqlite), VocabularyDefinition.Load());
            var (many, told) = (parsed.GetRequiredValue(entities), parsed.GetRequiredValue(claims));
            var sector = new WalkSector(path);
            await sector.FillAsync(many, told, vocabulary, cancellation);
            var benchmark = make(vocabulary, sector, parsed.GetRequiredValue(count));
            await onSqlite(benchmark, path, cancellation);
            if (parsed.GetValue(neo4j) is not { } named) return;
            var address = new Uri(named);
            await using var store = await StoreSector.OpenNeo4jAsync(address, cancellation);
            await WalkSector.FillAsync(store, many, told, vocabulary, cancellation);
            using var byHand = new CypherOverHttp(address, Environment.GetEnvironmentVariable("NEO4J_PASSWORD"));
            await onNeo4j(benchmark, store, byHand, cancellation);
        });
        return command;
    }
}
