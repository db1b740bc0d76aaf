using System.Globalization;
using System.Text.Json;
using CsrGraph.Neo4j.State;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Writing;

/// <summary>Applies one change-set: begins its number, writes under it, publishes it in one small transaction, and settles it.</summary>
internal sealed class Applying(Neo4jClient client, Lease lease)
{
    private const string Latest =
        "OPTIONAL MATCH (c:CsrGraph {id: 'changeset:' + toString($number)}) RETURN c.at, c.counts";

    public async Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes)
    {
        var cancellation = lease.Cancellation;
        var state = lease.State;
        if (lease.Pending is { } dead) await Sweep.RunAsync(client, dead, lease.Number, cancellation);
        if (state.Settled < state.Head) await Settling.RunAsync(client, state, lease.Number, null, cancellation);
        if (state.Head != changeSet.ExpectedHead) throw new StoreMovedException(changeSet.ExpectedHead, state.Head);

        var number = state.Head + 1;
        var before = (await client.RowsAsync(new Cypher(Latest, json => json.WriteNumber("number", state.Head)), cancellation))[0];
        var lastTicks = before[0].ValueKind == JsonValueKind.Number ? before[0].GetInt64() : 0;
        var counts = StandingCounts.Parse(before[1].GetString());
        var writer = new ChangeSetWriter(new Batches(client, number, lease.Number), number, state.Head == 0, counts, cancellation);
        ChangeSet applied;
        try
        {
            await new Repeated(client, number, lease.Number).RunAsync("begin-change-set", null, cancellation);
            await foreach (var change in changes.WithCancellation(cancellation)) await writer.WriteAsync(change);
            await writer.FlushAsync();
            cancellation.ThrowIfCancellationRequested();
            var at = new DateTimeOffset(Math.Max(changeSet.At.UtcTicks, lastTicks), TimeSpan.Zero);
            applied = new ChangeSet(number, at, changeSet.Author, changeSet.Message, changeSet.SourceHash, writer.Added, writer.Retracted);
            await PublishAsync(applied, counts, cancellation);
        }
        catch (Exception e) when (e is not CommitUnknownException)
        {
            await writer.AbandonAsync();
            await UndoAsync(number);
            throw;
        }

        // It counts. Whatever happens from here on is made good by the next writer, and readers do without meanwhile.
        await Settling.RunAsync(client, state with { Head = number }, lease.Number, applied.Added + applied.Retracted, CancellationToken.None);
        return applied;
    }

    // What cannot be removed now, the next writer removes.
    private async Task UndoAsync(long number)
    {
        if (lease.IsLost) return;
        try
        {
            await Sweep.RunAsync(client, number, lease.Number, CancellationToken.None);
        }
        catch (Exception e) when (e is StoreUnavailableException or Neo4jException)
        {
            // The error in hand says more.
        }
    }

    private async Task PublishAsync(ChangeSet changeSet, StandingCounts counts, CancellationToken cancellation)
    {
        try
        {
            var rows = await client.WriteRowsAsync(new Cypher(Queries.Named("publish"), json => Write(json, changeSet, counts)), cancellation);
            if (rows.Count == 0) throw Lease.TakenOver();
        }
        catch (CommitUnknownException)
        {
            // Only this writer could publish this number.
            if ((await StateReads.ReadAsync(client, CancellationToken.None)).Head < changeSet.Number) throw;
        }
    }

    private void Write(Utf8JsonWriter json, ChangeSet changeSet, StandingCounts counts)
    {
        json.WriteNumber("lease", lease.Number);
        json.WriteNumber("number", changeSet.Number);
        json.WriteNumber("at", changeSet.At.UtcTicks);
        json.WriteString("time", changeSet.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("author", changeSet.Author);
        json.WriteString("message", changeSet.Message);
        json.WriteString("sourceHash", changeSet.SourceHash);
        json.WriteNumber("added", changeSet.Added);
        json.WriteNumber("retracted", changeSet.Retracted);
        json.WriteString("counts", counts.ToString());
    }
}
