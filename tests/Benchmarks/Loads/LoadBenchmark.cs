using System.Diagnostics;
using System.Globalization;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Sectors;
using CsrGraph.LoadProbe;
using CsrGraph.Neo4j;
using CsrGraph.Sqlite;
using CsrGraph.Store;

namespace CsrGraph.Benchmarks.Loads;

/// <summary>
/// Loads made sectors into each store. Into Neo4j each is written twice in turn, by the store and by a bare <c>UNWIND</c> of the same rows
/// (<see cref="BareLoad"/>), after both have written another one that warms the server up; then what is there is read back and compared.
/// </summary>
internal sealed class LoadBenchmark(LoadOptions options, TextWriter to)
{
    private readonly List<string[]> rows = [];
    private StoreChecksum made;

    public async Task RunAsync(CancellationToken cancellation)
    {
        await FileAsync(cancellation);
        if (options.Neo4j is null)
        {
            Print();
            return;
        }

        await using var store = await StoreSector.OpenNeo4jAsync(options.Neo4j, cancellation);
        if (await store.HeadAsync(cancellation) > 0) throw new InvalidOperationException("the Neo4j is not empty: take another, or another folder for its data");
        using var bare = new BareLoad(StoreSector.Neo4j(options.Neo4j));
        await Neo4jAsync(store, bare, cancellation);
        Print();
        await CompareAsync(store, cancellation);
    }

    private async Task FileAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("csrgraph-load-");
        try
        {
            await using (var store = await SqliteGraphStore.OpenAsync(Path.Combine(folder.FullName, "load.db"), cancellation))
            {
                rows.Add(["SQLite", Rate(options.Claims, await ApplyAsync(store, 0, [.. new MadeSector(options.Claims).Changes()], cancellation))]);
            }

            var size = folder.EnumerateFiles().Sum(f => f.Length);
            rows.Add(["  bytes a claim", (size / options.Claims).ToString(CultureInfo.InvariantCulture)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Neo4jAsync(Neo4jGraphStore store, BareLoad bare, CancellationToken cancellation)
    {
        var (own, other) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round <= options.Rounds; round++)
        {
            var claims = round == 0 ? options.WarmUp : options.Claims;
            Change[] changes = [.. new MadeSector(claims, round * Math.Max(options.WarmUp, options.Claims)).Changes()];
            made = changes.Aggregate(made, (sum, change) => sum.With(change));
            var ready = bare.Prepare(changes, round + 1);

            // Who is first changes, as the second finds the machine warmer and the database larger.
            TimeSpan time = default, bareTime = default;
            if (round % 2 == 1) time = await ApplyAsync(store, round, changes, cancellation);
            bareTime = await TimeAsync(() => ready(cancellation));
            if (round % 2 == 0) time = await ApplyAsync(store, round, changes, cancellation);
            var name = round == 0 ? "warm-up" : string.Create(CultureInfo.InvariantCulture, $"round {round}");
            rows.Add([$"Neo4j, {name}: store, bare UNWIND, ratio", Rate(claims, time), Rate(claims, bareTime), Table.Ratio(bareTime / time)]);
            if (round == 0) continue;
            own.Add(time);
            other.Add(bareTime);
        }

        // The two loads of a round follow each other, so that what else the machine does strikes both: the ratio is the median of theirs.
        var ratios = own.Zip(other, (time, bareTime) => bareTime / time);
        rows.Add(["Neo4j, medians: store, bare UNWIND, ratio", Rate(options.Claims, Median(own)), Rate(options.Claims, Median(other)), Table.Ratio(Median(ratios))]);
    }

    private async Task CompareAsync(Neo4jGraphStore store, CancellationToken cancellation)
    {
        var head = await store.HeadAsync(cancellation);
        var kept = await StoreChecksum.OfAsync(store, head, cancellation);
        to.WriteLine($"made   {made}");
        to.WriteLine($"store  {kept}");
        using var neo4j = new CypherOverHttp(options.Neo4j!, Environment.GetEnvironmentVariable("NEO4J_PASSWORD"));
        var isSame = made == kept;
        for (var number = 1L; number <= head; number++)
        {
            var own = await WrittenRows.OfStoreAsync(neo4j, number, cancellation);
            var bare = await WrittenRows.OfBareAsync(neo4j, number, cancellation);
            to.WriteLine($"change-set {number.ToString(CultureInfo.InvariantCulture)}, store  {own}");
            to.WriteLine($"change-set {number.ToString(CultureInfo.InvariantCulture)}, bare   {bare}");
            isSame &= own == bare;
        }

        if (!isSame) throw new InvalidOperationException("the checksums differ");
        to.WriteLine("the checksums are the same");
    }

    private void Print() =>
        Table.Print(to, [[string.Create(CultureInfo.InvariantCulture, $"{options.Claims} claims with entities and evidence"), "claims a second"], .. rows]);

    private static Task<TimeSpan> ApplyAsync(IGraphStore store, long head, Change[] changes, CancellationToken cancellation) => TimeAsync(() => store.ApplyAsync(
        new NewChangeSet(head, TimeProvider.System.GetUtcNow(), "benchmark", "made", null), changes.ToAsyncEnumerable(), cancellation));

    private static async Task<TimeSpan> TimeAsync(Func<Task> load)
    {
        var start = Stopwatch.GetTimestamp();
        await load();
        return Stopwatch.GetElapsedTime(start);
    }

    private static T Median<T>(IEnumerable<T> values)
    {
        T[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static string Rate(int claims, TimeSpan time) => (claims / time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
}
