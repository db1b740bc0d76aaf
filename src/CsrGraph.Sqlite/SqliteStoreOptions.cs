namespace CsrGraph.Sqlite;

/// <summary>Where the graph's file is, and how much may be asked of it at once.</summary>
/// <param name="Path">The file; it and its folder are made where they are missing.</param>
public sealed record SqliteStoreOptions(string Path)
{
    /// <summary>
    /// True opens the file for reading alone: it has to be there, is neither made nor migrated, and a write is refused. For a file on a medium that
    /// may not be written to, or that this process has no business in changing.
    /// </summary>
    public bool IsReadOnly { get; init; }

    /// <summary>How many reads run at the same time, each on a connection of its own.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>How many reads may wait for a connection; one more is refused with <see cref="Store.StoreUnavailableException"/>.</summary>
    public int QueueLimit { get; init; } = 256;

    /// <summary>How long a write waits for another writer.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one read call may take, waiting for its connection included.</summary>
    public TimeSpan CommandDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the newest change-set is remembered; a load by another process is seen that much later. Zero reads it each time.</summary>
    public TimeSpan HeadLifetime { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The most pages (of 4 096 bytes) that the file may have, or null: SQLite's own bound, and the disk's.</summary>
    public long? MaxPages { get; init; }

    /// <summary>
    /// How many bytes of the file, from its beginning, are read through the system's own cache, which all readers share. SQLite maps 2 GB at most, and
    /// reads what lies beyond by system calls.
    /// </summary>
    public long MappedBytes { get; init; } = 2_147_418_112;

    /// <summary>Is told of each statement that a read has run, on the thread that ran it; for measurements.</summary>
    public Action<StatementWork>? OnStatement { get; init; }

    /// <summary>The clock that waits and deadlines go by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
