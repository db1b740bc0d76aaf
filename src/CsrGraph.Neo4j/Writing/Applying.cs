using System.Globalization;
using System.Text.Json;
using CsrGraph.Neo4j.State;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Writing;

/// <summary>Applies one change-set: begins its number, writes under it, publishes it in one small transaction, and settles it.</summary>
internal sealed class Applying(Neo4jClient client, Lease lease)
{
    private const string Published = "MATCH (c:CsrGraph {id: 'changeset:' + toString($number), lease: $lease}) RETURN c.id";

    // How often publishing is tried where its answer is lost: the next attempt waits for the one before, and finds what became of it.
    private const int Attempts = 3;

    private const string Latest =
        "OPTIONAL MATCH (c:CsrGraph {id: 'changeset:' + toString($number)}) RETURN c.at, c.counts";

    private Fence fence = new(client, lease.Ticket);

    /// <summary>Removes what a dead writer left, and settles what one has published.</summary>
    public async Task RepairAsync()
    {
        if (lease.Pending is { } dead) fence = await Sweep.RunAsync(client, fence, lease.Number, dead, lease.Cancellation);
        if (lease.State.Settled < lease.State.Head) await Settling.RunAsync(fence, lease.State, null, lease.Cancellation);
    }

    public async Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes)
    {
        var cancellation = lease.Cancellation;
        var state = lease.State;
        await RepairAsync();
        if (state.Head != changeSet.ExpectedHead) throw new StoreMovedException(changeSet.ExpectedHead, state.Head);

        var number = state.Head + 1;
        var before = (await client.RowsAsync(new Cypher(Latest, json => json.WriteNumber("number", state.Head)), cancellation))[0];
        var lastTicks = before[0].ValueKind == JsonValueKind.Number ? before[0].GetInt64() : 0;
        var counts = StandingCounts.Parse(before[1].GetString());
        var writer = new ChangeSetWriter(new Batches(fence, number), number, state.Head == 0, counts, cancellation);
        ChangeSet applied;
        try
        {
            await new Repeated(fence, number).RunAsync("begin-change-set", null, cancellation);
            await foreach (var change in changes.WithCancellation(cancellation)) await writer.WriteAsync(change);
            await writer.FlushAsync();
            cancellation.ThrowIfCancellationRequested();
            var at = new DateTimeOffset(Math.Max(changeSet.At.UtcTicks, lastTicks), TimeSpan.Zero);
            applied = new ChangeSet(number, at, changeSet.Author, changeSet.Message, changeSet.SourceHash, writer.Added, writer.Retracted);
            await PublishAsync(applied, counts);
        }
        catch (Exception e) when (e is not CommitUnknownException)
        {
            await writer.AbandonAsync();
            await UndoAsync(number);
            throw;
        }

        await SettleAsync(state with { Head = number }, writer.Touched);
        return applied;
    }

    // The change-set counts. What cannot be settled now, the next one who opens the store or writes settles, and readers do without meanwhile.
    private async Task SettleAsync(StoreState state, IReadOnlyCollection<string>? touched)
    {
        try
        {
            await Settling.RunAsync(fence, state, touched, CancellationToken.None);
        }
        catch (Exception e) when (e is StoreUnavailableException or Neo4jException)
        {
            // Saying that it failed would be wrong.
        }
    }

    // What cannot be removed now, the next writer removes.
    private async Task UndoAsync(long number)
    {
        if (lease.IsLost) return;
        try
        {
            await Sweep.RunAsync(client, fence, lease.Number, number, CancellationToken.None);
        }
        catch (Exception e) when (e is StoreUnavailableException or Neo4jException)
        {
            // The error in hand says more.
        }
    }

    // From here on nobody is asked whether to go on: given up in between, nobody would know what became of it.
    private async Task PublishAsync(ChangeSet changeSet, StandingCounts counts)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var publish = new Cypher(Queries.Named("publish"), json => WriteChangeSet(json, changeSet, counts));
                var rows = await client.WriteRowsAsync(publish, CancellationToken.None);
                if (rows.Count > 0) return;
                break;
            }
            catch (CommitUnknownException) when (attempt < Attempts)
            {
                // The next attempt tells.
            }
        }

        // An attempt before this one has, or somebody else holds the lease.
        if ((await client.RowsAsync(new Cypher(Published, Write), CancellationToken.None)).Count == 0) throw Lease.TakenOver();

        void Write(Utf8JsonWriter json)
        {
            json.WriteNumber("number", changeSet.Number);
            json.WriteNumber("lease", lease.Number);
        }
    }

    private void WriteChangeSet(Utf8JsonWriter json, ChangeSet changeSet, StandingCounts counts)
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
