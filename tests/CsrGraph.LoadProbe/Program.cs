using System.Diagnostics;
using System.Globalization;
using CsrGraph.LoadProbe;
using CsrGraph.Neo4j;
using CsrGraph.Sqlite;
using CsrGraph.Store;

// STORE NAME CLAIMS    loads a made graph as one change-set, so that a test can kill the process within. Says when the first write was made, how far it
//                      is, when the last change was taken and when all was kept. STORE is a file, or `neo4j` for what NEO4J_URI names. A fourth number
//                      takes back a made graph of that size as well.
// STORE sector CLAIMS  loads a made sector, and says how long that took.
// STORE compare CLAIMS sums up what stands in the store and the made sector that was loaded into it: the two lines are alike.
// FILE reads CLAIMS    times questions to the sector that was loaded so.
const int Step = 250;
var claims = int.Parse(args[2], CultureInfo.InvariantCulture);
var isNeo4j = args[0] == "neo4j";
await using IGraphStore store = isNeo4j ? await Neo4jGraphStore.OpenAsync(Neo4jSettings.FromEnvironment()) : await SqliteGraphStore.OpenAsync(args[0]);
if (args[1] == "reads")
{
    await new SectorReads(store, new MadeSector(claims)).WriteAsync();
    return;
}

var head = await store.HeadAsync(CancellationToken.None);
if (args[1] == "compare")
{
    Console.WriteLine($"made  {new MadeSector(claims).Changes().Aggregate(default(StoreChecksum), (sum, change) => sum.With(change))}");
    Console.WriteLine($"store {await StoreChecksum.OfAsync(store, head, CancellationToken.None)}");
    return;
}

var retracted = args.Length > 3 ? new MadeGraph(int.Parse(args[3], CultureInfo.InvariantCulture)).Retractions() : [];
var changes = args[1] == "sector" ? new MadeSector(claims).Changes() : new MadeGraph(claims, args[1]).Changes();
await TellAsync(() => store.ApplyAsync(
    new NewChangeSet(head, TimeProvider.System.GetUtcNow(), "probe", "made claims", null), Told().ToAsyncEnumerable(), CancellationToken.None));

async Task TellAsync(Func<Task> load)
{
    var start = Stopwatch.GetTimestamp();
    await load();
    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    Console.WriteLine("done");
    using var process = Process.GetCurrentProcess();
    var size = isNeo4j ? "" : string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(args[0]).Length / claims} bytes a claim, ");
    Console.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{claims} claims in {seconds:0.0} s, {claims / seconds:0} a second, {process.TotalProcessorTime.TotalSeconds:0.0} s of processor time, "
        + $"{size}{process.PeakWorkingSet64 >> 20} MB"));
}

IEnumerable<Change> Told()
{
    var told = 0;
    foreach (var change in retracted.Concat(changes))
    {
        // The second is asked for when the first is on its way.
        if (told++ == 1) Console.WriteLine("writing");
        if (told % Step == 0) Console.WriteLine(told);
        yield return change;
    }

    Console.WriteLine("all taken");
}
