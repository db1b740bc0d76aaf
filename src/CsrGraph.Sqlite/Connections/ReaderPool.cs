using System.Collections.Concurrent;
using CsrGraph.Store;
using Microsoft.Data.Sqlite;

namespace CsrGraph.Sqlite.Connections;

/// <summary>A bounded number of connections that read, and a bounded queue before them.</summary>
internal sealed class ReaderPool(SqliteStoreOptions options, Action onRun) : IDisposable
{
    private readonly SemaphoreSlim free = new(options.Readers, options.Readers);
    private readonly ConcurrentBag<Connection> idle = [];
    private int waiting;
    private volatile bool isClosed;

    /// <summary>
    /// Runs reads in one transaction, so that they see one state. They run on the calling thread: a read takes less than the way to another thread
    /// and back, and one that does not is stopped by its deadline.
    /// </summary>
    public async Task<T> ReadAsync<T>(Func<Connection, T> read, CancellationToken cancellation)
    {
        using var interruption = new Interruption(options, cancellation);
        try
        {
            var reader = await TakeAsync(interruption.Token);
            try
            {
                interruption.Watch(reader);
                reader.Begin();
                return read(reader);
            }
            finally
            {
                interruption.Dispose();
                GiveBack(reader);
            }
        }
        catch (Exception exception) when (interruption.Meaning(exception) is { } meaning)
        {
            throw meaning;
        }
        catch (SqliteException exception) when (Fault.Of(exception, options.Path) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>Takes a connection, opening one where there are fewer than allowed.</summary>
    public async Task<Connection> TakeAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(isClosed, this);
        if (!free.Wait(0, CancellationToken.None)) await WaitAsync(cancellation);
        try
        {
            return idle.TryTake(out var reader) ? reader : Open();
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    /// <summary>Ends the connection's transaction and lets the next one have it.</summary>
    public void GiveBack(Connection reader)
    {
        reader.Settle();
        if (isClosed || reader.IsInTransaction) reader.Dispose();
        else idle.Add(reader);
        free.Release();
    }

    public void Dispose()
    {
        isClosed = true;
        while (idle.TryTake(out var reader)) reader.Dispose();
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref waiting) > options.QueueLimit)
        {
            Interlocked.Decrement(ref waiting);
            throw new StoreUnavailableException($"'{options.Path}' has {options.QueueLimit} questions waiting already: try again in a moment");
        }

        try
        {
            await free.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>Opens a connection beside the pool, for a stream whose reader may ask the store itself meanwhile; its caller closes it.</summary>
    public Connection Open()
    {
        var reader = new Connection(options.Path, onRun, options.IsReadOnly, options.OnStatement);
        try
        {
            // What is not mapped is read through a cache that holds the inner pages of a file of ten million claims.
            reader.Execute($"PRAGMA query_only = ON; PRAGMA mmap_size = {options.MappedBytes}; PRAGMA cache_size = -16384; PRAGMA busy_timeout = 1000;");
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }
}
