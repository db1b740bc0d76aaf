using System.Diagnostics;
using System.Globalization;
using CsrGraph.LoadProbe;
using CsrGraph.Sqlite;
using CsrGraph.Store;

// FILE NAME CLAIMS: loads a made graph as one change-set, so that a test can kill the process within. Says when the first write was made and when all
// was kept.
var claims = int.Parse(args[2], CultureInfo.InvariantCulture);
await using var store = await SqliteGraphStore.OpenAsync(args[0]);
var head = (await store.ChangeSetsAsync([new ChangeSetRequest(1)], CancellationToken.None))[0] is [var last] ? last.Number : 0;
var start = Stopwatch.GetTimestamp();
await store.ApplyAsync(
    new NewChangeSet(head, TimeProvider.System.GetUtcNow(), "probe", "made claims", null), Told().ToAsyncEnumerable(), CancellationToken.None);
var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
Console.WriteLine("done");
Console.Error.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{claims} claims in {seconds:0.0} s, {claims / seconds:0} a second, {new FileInfo(args[0]).Length / claims} bytes a claim, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));

IEnumerable<Change> Told()
{
    var told = 0;
    foreach (var change in new MadeGraph(claims, args[1]).Changes())
    {
        // The second is asked for when the first is written.
        if (told++ == 1) Console.WriteLine("writing");
        yield return change;
    }
}
