using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>
/// Speaks Neo4j's HTTP Query API; the only place that knows the wire. One client serves a whole store and many threads.
/// <para>
/// Every call may throw <see cref="Store.StoreUnavailableException"/>, whose sentence says who can do what, and <see cref="Neo4jException"/> for an
/// error of the statement itself. What fails in passing is put again: see the methods. A cancelled call ends the statement in Neo4j too.
/// </para>
/// </summary>
internal sealed class Neo4jClient : IAsyncDisposable, IDisposable
{
    private readonly Neo4jOptions options;
    private readonly QueryEndpoint endpoint;
    private readonly Attempts attempts;
    private readonly ReadTransactions readTransactions;

    public Neo4jClient(Neo4jOptions options)
    {
        this.options = options;
        endpoint = new QueryEndpoint(options);
        attempts = new Attempts(options);
        readTransactions = new ReadTransactions(endpoint, options);
    }

    /// <summary>What others must have seen before they answer as this client expects: sent along with every transaction.</summary>
    public IReadOnlyCollection<string> Bookmarks => endpoint.Bookmarks.Current;

    /// <summary>
    /// From now on reads only what has these bookmarks: those of the read that a pinned head came from, so that every member of a cluster answers at
    /// that head. They take the place of those followed before; the client's own writes are followed anyway.
    /// </summary>
    public void Follow(IEnumerable<string> bookmarks) => endpoint.Bookmarks.Follow(bookmarks);

    /// <summary>Asks who is there. Call it before anything else: it finds the Query API's address.</summary>
    /// <exception cref="Store.StoreUnavailableException">Nobody, no Neo4j, one too old, or one whose Query API is off.</exception>
    public Task<Neo4jServer> DiscoverAsync(CancellationToken cancellation) =>
        attempts.RunAsync(endpoint.DiscoverAsync, new Trial(options.CommandDeadline, _ => false), cancellation);

    /// <summary>
    /// Runs one statement in a transaction of its own; its rows count only once the task has ended well. It is put again after an error in passing as
    /// long as <paramref name="onRow"/> has had no row, so the handler sees one attempt only. A read whose rows are many is better asked by
    /// <see cref="ReadAsync"/>, which begins again at any point.
    /// </summary>
    /// <exception cref="CommitUnknownException">It writes, and the answer was lost.</exception>
    public Task<ResultSummary> RunAsync(Cypher cypher, AccessMode mode, RowHandler? onRow, CancellationToken cancellation)
    {
        var trial = TrialOf(cypher, mode);
        return attempts.RunAsync(c => endpoint.RunAsync(cypher, mode, trial.Limit, Watched(onRow, trial), c), trial, cancellation);
    }

    /// <summary>
    /// Runs one statement that reads, and gathers its rows. Each attempt begins with something new to gather them in, and only that of the attempt
    /// which was whole is returned; so it is put again after an error in passing at any point, also where the answer was cut in the middle.
    /// </summary>
    public async Task<T> ReadAsync<T>(Cypher cypher, Func<T> begin, RowHandler<T> onRow, CancellationToken cancellation)
    {
        var trial = TrialOf(cypher, AccessMode.Read);
        return await attempts.RunAsync(Attempt, trial, cancellation);

        async Task<T> Attempt(CancellationToken c)
        {
            T gathered;
            do gathered = begin();
            while (!await readTransactions.TryRunAsync(cypher, trial.Limit, (ref Utf8JsonReader row) => onRow(ref row, gathered), c));
            return gathered;
        }
    }

    /// <summary>
    /// Begins a transaction of several statements, which ends by itself after <see cref="Neo4jOptions.WriteDeadline"/>, or a minute without a
    /// statement. An error of a statement ends it.
    /// </summary>
    public Task<Neo4jTransaction> BeginAsync(AccessMode mode, CancellationToken cancellation)
    {
        var trial = new Trial(options.WriteDeadline, Trial.AsRead);
        return attempts.RunAsync(
            async c => new Neo4jTransaction(await endpoint.BeginAsync(mode, trial.Limit, default, null, c), endpoint, attempts, options), trial, cancellation);
    }

    /// <summary>
    /// Does some work in a transaction and commits it; the whole of it again, from its beginning, after an error in passing such as a deadlock. So the
    /// work begins with nothing kept from an earlier attempt.
    /// </summary>
    /// <exception cref="CommitUnknownException">The answer to the commit was lost; the work is not done again.</exception>
    public Task ExecuteAsync(AccessMode mode, Func<Neo4jTransaction, CancellationToken, Task> work, CancellationToken cancellation)
    {
        var trial = new Trial(options.WriteDeadline, e => e is not CommitUnknownException && Trial.AsWork(e.InnerException ?? e));
        return attempts.RunAsync(Attempt, trial, cancellation);

        async Task<bool> Attempt(CancellationToken c)
        {
            await using var transaction = await BeginAsync(mode, c);
            await work(transaction, c);
            await transaction.CommitAsync(c);
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await readTransactions.DisposeAsync();
        await endpoint.DisposeAsync();
        Dispose();
    }

    public void Dispose() => endpoint.Dispose();

    [return: NotNullIfNotNull(nameof(onRow))]
    private static RowHandler? Watched(RowHandler? onRow, Trial trial)
    {
        if (onRow is null) return null;
        return (ref Utf8JsonReader row) =>
        {
            trial.HasHandedRows = true;
            onRow(ref row);
        };
    }

    private Trial TrialOf(Cypher cypher, AccessMode mode) => mode == AccessMode.Read
        ? new Trial(cypher.Deadline ?? options.CommandDeadline, Trial.AsRead)
        : new Trial(cypher.Deadline ?? options.WriteDeadline, Trial.AsWrite, IsCommit: true);
}
