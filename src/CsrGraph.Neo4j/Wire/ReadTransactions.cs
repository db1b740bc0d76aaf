namespace CsrGraph.Neo4j.Wire;

/// <summary>
/// Keeps transactions open for reads that closely follow each other, so that Neo4j need not begin and end one for each: a sixth of a short read. Each
/// read is a statement that sees what is committed when it runs, as in a transaction of its own; one transaction has one statement at a time. Safe for
/// several threads.
/// </summary>
internal sealed class ReadTransactions(QueryEndpoint endpoint, Neo4jOptions options) : IAsyncDisposable
{
    // What comes seldomer is asked in transactions of its own: one that nothing follows is only one thing more to end.
    private static readonly TimeSpan Following = TimeSpan.FromMilliseconds(100);

    // How long none is kept after one was gone too early: Neo4j was restarted, or what stands before a cluster does not find the member that holds it.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Stack<ReadTransaction> idle = [];
    private ITimer? sweeping;
    private Task ending = Task.CompletedTask;
    private long? lastRead;
    private long? lastGone;
    private bool isOver;

    /// <summary>Runs a statement that reads, put once.</summary>
    /// <returns>False where its transaction was no more: then it was not answered, and is to be put again.</returns>
    public async Task<bool> TryRunAsync(Cypher cypher, TimeSpan limit, RowHandler onRow, CancellationToken cancellation)
    {
        // A transaction ends with the time that it was begun with; so what has a time of its own has a transaction of its own.
        var mayShare = cypher.Deadline is null;
        if (mayShare && TryTake(out var transaction))
        {
            if (!await TryRunInAsync(transaction, cypher, onRow, cancellation)) return false;
        }
        else if (mayShare && Follows())
        {
            Keep(await BeginAsync(cypher, limit, onRow, cancellation));
        }
        else
        {
            await endpoint.RunAsync(cypher, AccessMode.Read, limit, onRow, cancellation);
        }

        lock (gate) lastRead = options.Clock.GetTimestamp();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (gate)
        {
            isOver = true;
            sweeping?.Dispose();
            while (idle.TryPop(out var transaction)) End(transaction);
            last = ending;
        }

        await last;
    }

    private async Task<ReadTransaction> BeginAsync(Cypher cypher, TimeSpan limit, RowHandler onRow, CancellationToken cancellation)
    {
        var (version, now) = (endpoint.Bookmarks.Version, options.Clock.GetTimestamp());

        // The last statement begins before the second sweep after its time is over, and has its whole time then.
        var whole = limit + (3 * options.ReadTransactionLifetime);
        return new ReadTransaction(await endpoint.BeginAsync(AccessMode.Read, whole, cypher, onRow, cancellation), version, now);
    }

    private async Task<bool> TryRunInAsync(ReadTransaction transaction, Cypher cypher, RowHandler onRow, CancellationToken cancellation)
    {
        var isLast = options.Clock.GetElapsedTime(transaction.BegunAt) >= options.ReadTransactionLifetime;
        try
        {
            if (isLast) await endpoint.RunLastAsync(transaction.Begun, cypher, onRow, cancellation);
            else await endpoint.RunInAsync(transaction.Begun, cypher, onRow, cancellation);
        }
        catch (Neo4jException e) when (ErrorCodes.IsGone(e))
        {
            lock (gate)
            {
                lastGone = options.Clock.GetTimestamp();
                idle.Clear();
            }

            return false;
        }
        catch
        {
            End(transaction);
            throw;
        }

        if (!isLast) Keep(transaction);
        return true;
    }

    private bool TryTake(out ReadTransaction transaction)
    {
        lock (gate)
        {
            while (idle.TryPop(out transaction!))
            {
                if (transaction.Version == endpoint.Bookmarks.Version) return true;

                // It was begun where what has been written since need not be seen.
                End(transaction);
            }

            return false;
        }
    }

    private bool Follows()
    {
        lock (gate) return options.ReadTransactionLifetime > TimeSpan.Zero && IsWithin(lastRead, Following) && !IsWithin(lastGone, Rest);
    }

    private bool IsWithin(long? since, TimeSpan span) => since is { } at && options.Clock.GetElapsedTime(at) < span;

    private void Keep(ReadTransaction transaction)
    {
        lock (gate)
        {
            if (isOver)
            {
                End(transaction);
                return;
            }

            transaction.IsUsed = true;
            idle.Push(transaction);
            if (sweeping is null) SweepLater();
        }
    }

    /// <summary>Ends those that waited all the time since the last sweep.</summary>
    private void Sweep()
    {
        lock (gate)
        {
            sweeping?.Dispose();
            sweeping = null;
            if (isOver) return;
            ReadTransaction[] all = [.. idle.Reverse()];
            idle.Clear();
            foreach (var transaction in all)
            {
                if (transaction.IsUsed) idle.Push(transaction);
                else End(transaction);
                transaction.IsUsed = false;
            }

            if (idle.Count > 0) SweepLater();
        }
    }

    private void SweepLater() => sweeping = options.Clock.CreateTimer(
        static self => ((ReadTransactions)self!).Sweep(), this, options.ReadTransactionLifetime, Timeout.InfiniteTimeSpan);

    private void End(ReadTransaction transaction)
    {
        lock (gate)
        {
            var now = Task.Run(() => endpoint.EndAsync(transaction.Begun));
            ending = ending.IsCompleted ? now : Task.WhenAll(ending, now);
        }
    }

    /// <param name="begun">What Neo4j said when it was begun.</param>
    /// <param name="version">The <see cref="Bookmarks.Version"/> that it was begun with.</param>
    /// <param name="begunAt">When.</param>
    private sealed class ReadTransaction(ResultSummary begun, int version, long begunAt)
    {
        public ResultSummary Begun => begun;

        public int Version => version;

        public long BegunAt => begunAt;

        /// <summary>Whether a statement was run since the last sweep.</summary>
        public bool IsUsed { get; set; }
    }
}
