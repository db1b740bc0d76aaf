using System.Text.Json;
using CsrGraph.Neo4j.State;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Writing;

/// <summary>
/// The right to write, which one writer has at a time. It runs out by itself (by the server's clock) unless it is renewed, which a writer does while
/// it works; its number is checked with every write (<see cref="Fence"/>), so that a writer who was thought dead does no harm.
/// </summary>
internal sealed class Lease : IAsyncDisposable
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private const int Attempts = 3;

    private readonly Neo4jClient client;
    private readonly CancellationTokenSource work;
    private readonly CancellationTokenSource end = new();
    private readonly Task renewing;

    private Lease(Neo4jClient client, JsonElement row, TimeProvider clock, CancellationToken cancellation)
    {
        (this.client, Number, State, Ticket) = (client, row[0].GetInt64(), StateReads.Of(row, 1), row[5].GetInt64());
        Pending = row[4].ValueKind == JsonValueKind.Number ? row[4].GetInt64() : null;
        work = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        renewing = RenewAsync(clock);
    }

    /// <summary>Greater than that of every lease before.</summary>
    public long Number { get; }

    /// <summary>What its first statements are let through by: see <see cref="Fence"/>.</summary>
    public long Ticket { get; }

    /// <summary>The store's state when it was taken.</summary>
    public StoreState State { get; }

    /// <summary>The number that a writer before has begun and not published.</summary>
    public long? Pending { get; }

    /// <summary>Cancelled where the lease is lost.</summary>
    public CancellationToken Cancellation => work.Token;

    /// <summary>True once somebody else has it.</summary>
    public bool IsLost { get; private set; }

    /// <exception cref="StoreBusyException">Somebody else has it, and still has after the patience given.</exception>
    public static async Task<Lease> TakeAsync(Neo4jClient client, TimeSpan patience, TimeProvider clock, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var me = WriterIdentity.Of(clock);
        while (true)
        {
            var holder = await HolderAsync(client, cancellation);
            // It is this very one where the answer to an attempt before was lost.
            var dead = holder == me || WriterIdentity.IsGone(holder) ? holder : "nobody";
            var rows = await TryAsync(client, me, dead!, cancellation);
            if (rows is [var row]) return new Lease(client, row, clock, cancellation);
            if (clock.GetElapsedTime(began) >= patience) throw Busy(holder);
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    /// <summary>Says that somebody else writes.</summary>
    public static StoreBusyException Busy(string? holder) =>
        new($"another change-set is being applied to this database, by {WriterIdentity.Say(holder)}; do it again when that is done");

    /// <summary>Says that somebody else writes since this writer was thought dead.</summary>
    public static StoreBusyException TakenOver() =>
        new("another writer took over while this change-set was being written; nothing of it is kept: do it again");

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await renewing;
        for (var attempt = 1; attempt <= Attempts && !await IsGivenBackAsync(); attempt++)
        {
            // The answer was lost; given back or not, it is given back again.
        }

        work.Dispose();
        end.Dispose();
    }

    private async Task<bool> IsGivenBackAsync()
    {
        try
        {
            await client.RunAsync(new Cypher(Queries.Named("give-lease-back"), WriteNumber), AccessMode.Write, null, CancellationToken.None);
            return true;
        }
        catch (CommitUnknownException)
        {
            return false;
        }
        catch (Exception e) when (e is StoreUnavailableException or Neo4jException)
        {
            // It runs out by itself.
            return true;
        }
    }

    private void WriteNumber(Utf8JsonWriter json) => json.WriteNumber("lease", Number);

    private static async Task<string?> HolderAsync(Neo4jClient client, CancellationToken cancellation) =>
        await client.RowsAsync(new Cypher(Queries.Named("lease-holder")), cancellation) is [var row] ? row[0].GetString() : null;

    private static async Task<List<JsonElement>> TryAsync(Neo4jClient client, string me, string dead, CancellationToken cancellation)
    {
        try
        {
            return await client.WriteRowsAsync(
                new Cypher(Queries.Named("take-lease"), json =>
                {
                    json.WriteString("holder", me);
                    json.WriteString("dead", dead);
                    json.WriteNumber("milliseconds", (long)Time.TotalMilliseconds);
                    Fence.WriteLanes(json);
                }),
                cancellation);
        }
        catch (CommitUnknownException)
        {
            // The next round finds whether it was taken.
            return [];
        }
    }

    private async Task RenewAsync(TimeProvider clock)
    {
        using var timer = new PeriodicTimer(Time / 4, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token))
            {
                if (await IsRenewedAsync()) continue;
                IsLost = true;
                await work.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }

    private async Task<bool> IsRenewedAsync()
    {
        try
        {
            var rows = await client.WriteRowsAsync(
                new Cypher(Queries.Named("renew-lease"), json =>
                {
                    WriteNumber(json);
                    json.WriteNumber("milliseconds", (long)Time.TotalMilliseconds);
                }),
                end.Token);
            return rows.Count > 0;
        }
        catch (Exception e) when (e is StoreUnavailableException or Neo4jException)
        {
            // The server may be back before the lease runs out; publishing looks whether it was.
            return true;
        }
    }
}
