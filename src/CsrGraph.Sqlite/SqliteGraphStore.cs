using CsrGraph.Model;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Sqlite.Reading;
using CsrGraph.Sqlite.Writing;
using CsrGraph.Store;
using Microsoft.Data.Sqlite;

namespace CsrGraph.Sqlite;

/// <summary>
/// The graph in one SQLite file. Reads run side by side, each call in one transaction, and go on while a change-set is applied; SQLite is
/// synchronous, so a read runs on the calling thread and a write on one of its own. A call sends as many statements for a thousand anchors as for one.
/// </summary>
public sealed class SqliteGraphStore : IGraphStore
{
    private readonly SqliteStoreOptions options;
    private readonly ReaderPool readers;
    private readonly HeadCache heads;
    private readonly HeadingMemory headings = new();
    private readonly DegreeMemory degrees = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private Connection? writer;
    private string file = "";
    private long statements;

    private SqliteGraphStore(SqliteStoreOptions options)
    {
        this.options = options;
        readers = new ReaderPool(options, Count);
        heads = new HeadCache(options.HeadLifetime, options.Clock);
    }

    /// <summary>How many SQL statements were run since the store was opened; BEGIN, COMMIT and PRAGMA do not count.</summary>
    public long StatementsExecuted => Interlocked.Read(ref statements);

    /// <summary>Opens the store at this path with the default options.</summary>
    /// <exception cref="StoreUnavailableException">As for the other overload.</exception>
    public static Task<SqliteGraphStore> OpenAsync(string path, CancellationToken cancellation = default) => OpenAsync(new SqliteStoreOptions(path), cancellation);

    /// <summary>Opens a store, makes its file where there is none, and brings its schema up to date.</summary>
    /// <exception cref="StoreUnavailableException">
    /// The file is not SQLite's, another program's, or of a newer schema; it cannot be read or written; another process holds it
    /// (<see cref="StoreBusyException"/>). The message names the file and says what to do.
    /// </exception>
    public static async Task<SqliteGraphStore> OpenAsync(SqliteStoreOptions options, CancellationToken cancellation = default)
    {
        var store = new SqliteGraphStore(options);
        try
        {
            store.writer = await StoreFile.OpenAsync(options, store.Count, cancellation);

            // Else the current folder is asked for at each look.
            store.file = Path.GetFullPath(options.Path);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the head, to see that the store answers.</summary>
    /// <exception cref="StoreUnavailableException">It does not; the message says why.</exception>
    public Task CheckAsync(CancellationToken cancellation) => ReadAsync(r => r[Sql.Query("head")].Number(), cancellation);

    /// <summary>Goes through the whole file; minutes for millions of claims.</summary>
    /// <returns>What is wrong, in SQLite's words or in ours; empty where nothing is.</returns>
    public Task<IReadOnlyList<string>> IntegrityCheckAsync(CancellationToken cancellation) => Task.Run<IReadOnlyList<string>>(
        () =>
        {
            using var interruption = new Interruption(Undated, cancellation);
            return Explain(interruption, () =>
            {
                using var reader = readers.Open();
                interruption.Watch(reader);
                var faults = Faults(reader);
                interruption.Dispose();
                return faults;
            });
        },
        cancellation);

    /// <summary>
    /// Copies the store as it is now into a new file, which is a store of its own. Readers and a load go on meanwhile; what they apply is not in it.
    /// The file is there when all of it is, and not before.
    /// </summary>
    /// <exception cref="StoreUnavailableException">There is such a file already, or it cannot be written.</exception>
    public Task BackupAsync(string path, CancellationToken cancellation) => Task.Run(
        () =>
        {
            using var interruption = new Interruption(Undated, cancellation);
            Explain(interruption, () =>
            {
                using var reader = readers.Open();
                Backup.Write(reader, path, interruption.Token);
                return true;
            });
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Entity?>> EntitiesAsync(IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation) =>
        ReadAsync(r => EntityReads.Read(r, ids, asOf.Head), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        ReadAsync(r => FindReads.Read(r, requests, asOf), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(
        IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        ReadAsync(r => RelationReads.Read(r, headings, degrees, requests, asOf), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IReadOnlyList<Page<ClaimRow>>>> ClaimsAsync(
        IReadOnlyList<ClaimRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        ReadAsync(r => ClaimReads.Read(r, requests, asOf), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>>> EvidenceAsync(
        IReadOnlyList<EvidenceRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        ReadAsync(r => EvidenceReads.Read(r, requests, asOf), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Page<SearchRow>>> SearchAsync(IReadOnlyList<SearchRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        ReadAsync(r => SearchReads.Read(r, requests, asOf), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Page<Group>>> CountAsync(IReadOnlyList<CountRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<Page<Group>>>(r => [.. requests.Select(q => GroupReads.Read(r, q, asOf))], cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IReadOnlyList<ChangeSet>>> ChangeSetsAsync(IReadOnlyList<ChangeSetRequest> requests, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(requests);
        if (requests is [var only]) return [await heads.ReadAsync(only, () => ReadAsync(r => EntityReads.ChangeSets(r, only), cancellation))];
        return await ReadAsync<IReadOnlyList<IReadOnlyList<ChangeSet>>>(r => [.. requests.Select(q => EntityReads.ChangeSets(r, q))], cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Change> ChangesAsync(long after, long upTo, CancellationToken cancellation) =>
        Changes(after, upTo, cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A change makes no sense in the state that it is applied to; nothing of them is kept.</exception>
    public Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes, CancellationToken cancellation) =>
        Task.Run(() => WriteAsync(changeSet, changes, cancellation), cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        readers.Dispose();
        writer?.Dispose();
        writing.Dispose();
        return ValueTask.CompletedTask;
    }

    // A stream lasts as long as its reader takes.
    private SqliteStoreOptions Undated => options with { CommandDeadline = Timeout.InfiniteTimeSpan };

    private IEnumerable<Change> Changes(long after, long upTo, CancellationToken cancellation)
    {
        using var interruption = new Interruption(Undated, cancellation);
        cancellation.ThrowIfCancellationRequested();
        using var reader = Explain(interruption, readers.Open);
        interruption.Watch(reader);
        try
        {
            reader.Begin();
            using var changes = ChangeReads.Read(reader, after, upTo).GetEnumerator();
            Func<bool> next = changes.MoveNext;
            while (Explain(interruption, next))
            {
                yield return changes.Current;
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            // Before the connection closes: it must not be interrupted any more.
            interruption.Dispose();
        }
    }

    private static List<string> Faults(Connection reader)
    {
        var faults = new List<string>();
        var check = reader["PRAGMA integrity_check"];
        while (check.Step())
        {
            if (check.Text(0) != "ok") faults.Add(check.Text(0));
        }

        var own = reader[Sql.Query("faults")];
        while (own.Step()) faults.Add(own.Text(0));
        return faults;
    }

    private async Task<ChangeSet> WriteAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes, CancellationToken cancellation)
    {
        if (options.IsReadOnly) throw new StoreUnavailableException($"'{options.Path}' was opened for reading alone: open it for writing to change it");
        if (!await writing.WaitAsync(options.BusyTimeout, cancellation)) throw StoreFile.Busy(options);
        try
        {
            ObjectDisposedException.ThrowIf(writer is null, this);
            await StoreFile.BeginWriteAsync(writer, options, cancellation);
            using var note = WriterNote.Leave(options.Path, options.Clock);
            var applied = await WriteAsync(writer, changeSet, changes, options.MappedBytes, cancellation);
            StoreFile.CutLog(writer, options);
            return applied;
        }
        catch (SqliteException exception) when (Fault.Of(exception, options.Path) is { } fault)
        {
            throw fault;
        }
        finally
        {
            heads.Forget();
            writing.Release();
        }
    }

    private static async Task<ChangeSet> WriteAsync(
        Connection writer, NewChangeSet changeSet, IAsyncEnumerable<Change> changes, long mappedBytes, CancellationToken cancellation)
    {
        try
        {
            var work = new ChangeSetWriter(writer, changeSet, mappedBytes);
            await foreach (var batch in changes.PreparedAsync(cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var change in batch) work.Write(change);
            }

            var applied = work.Finish();
            cancellation.ThrowIfCancellationRequested();
            writer.Execute("COMMIT");
            return applied;
        }
        finally
        {
            // Rolls back what was not committed.
            writer.Settle();
        }
    }

    private async Task<T> ReadAsync<T>(Func<Connection, T> read, CancellationToken cancellation)
    {
        // An open file that was deleted answers as before, whatever is loaded in its place.
        if (!File.Exists(file)) throw new StoreUnavailableException($"'{options.Path}' was removed while it was open: put it back and start again");
        return await readers.ReadAsync(read, cancellation);
    }

    private T Explain<T>(Interruption interruption, Func<T> work)
    {
        try
        {
            return Fault.Explain(options.Path, work);
        }
        catch (Exception exception) when (interruption.Meaning(exception) is { } meaning)
        {
            throw meaning;
        }
    }

    private void Count() => Interlocked.Increment(ref statements);
}
