using System.Diagnostics;
using System.Globalization;
using CsrGraph.LoadProbe;
using CsrGraph.Sqlite;
using CsrGraph.Store;

// FILE NAME CLAIMS    loads a made graph as one change-set, so that a test can kill the process within. Says when the first write was made and when all
//                     was kept.
// FILE sector CLAIMS  loads a made sector, and says how long that took.
// FILE reads CLAIMS   times questions to the sector that was loaded so.
var claims = int.Parse(args[2], CultureInfo.InvariantCulture);
await using var store = await SqliteGraphStore.OpenAsync(args[0]);
if (args[1] == "reads")
{
    await new SectorReads(store, new MadeSector(claims)).WriteAsync();
    return;
}

var head = await store.HeadAsync(CancellationToken.None);
var start = Stopwatch.GetTimestamp();
var changes = args[1] == "sector" ? new MadeSector(claims).Changes() : new MadeGraph(claims, args[1]).Changes();
await store.ApplyAsync(
    new NewChangeSet(head, TimeProvider.System.GetUtcNow(), "probe", "made claims", null), Told().ToAsyncEnumerable(), CancellationToken.None);
var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
Console.WriteLine("done");
using var process = Process.GetCurrentProcess();
Console.Error.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{claims} claims in {seconds:0.0} s, {claims / seconds:0} a second, {process.TotalProcessorTime.TotalSeconds:0.0} s of processor time, "
    + $"{new FileInfo(args[0]).Length / claims} bytes a claim, {process.PeakWorkingSet64 >> 20} MB"));

IEnumerable<Change> Told()
{
    var told = 0;
    foreach (var change in changes)
    {
        // The second is asked for when the first is on its way.
        if (told++ == 1) Console.WriteLine("writing");
        yield return change;
    }
}
