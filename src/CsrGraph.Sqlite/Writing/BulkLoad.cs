using CsrGraph.Sqlite.Connections;

namespace CsrGraph.Sqlite.Writing;

/// <summary>
/// Takes the indexes away while much is written into a store that was empty, and makes them and the counts afterwards: rows are then written in their
/// order alone, and each index in its own. All of it is part of the write's one transaction.
/// </summary>
internal sealed class BulkLoad(Connection connection, long mappedBytes)
{
    private const string UniqueClaim = "claim_id";

    // KiB. SQLite sorts in parts as large as its cache, and merges them: parts that the processor's own cache holds take a third less time than large ones.
    // They are sorted on a thread beside the one that reads the rows.
    private const int SortedAtATime = 2_048;

    private const int PageBytes = 4_096;

    // Of a page that a long value goes on in.
    private const int ValueBytes = PageBytes - 4;

    // Those of the entities' nodes and names are needed while rows are written.
    private readonly List<(string Name, string Text)> missing = [];
    private readonly long mappedPages = mappedBytes / PageBytes;
    private bool hasRoom;

    /// <summary>True while indexes are away.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Takes the indexes away.</summary>
    public void Begin()
    {
        IsOn = true;
        var indexes = connection[Sql.Query("indexes")];
        while (indexes.Step()) missing.Add((indexes.Text(0), indexes.Text(1)));
        foreach (var (name, _) in missing) connection.Execute($"DROP INDEX {name}");
    }

    /// <summary>
    /// Keeps room for the indexes of relations within what readers map of the file, once three fifths of that are taken: nearly every question reads them,
    /// and made after all rows they would lie beyond it. Ten million claims need the rest of 2 GB for them; of fewer claims other indexes take what is left.
    /// </summary>
    public void KeepRoom()
    {
        if (hasRoom) return;
        var pages = connection.Pragma("page_count");
        if (pages * 5 < mappedPages * 3 || pages >= mappedPages) return;
        connection.Execute($"CREATE TABLE room (zeros BLOB) STRICT; INSERT INTO room VALUES (zeroblob({(mappedPages - pages) * ValueBytes}))");
        hasRoom = true;
    }

    /// <summary>Makes the index by which a claim is found, if it is away.</summary>
    public void NeedClaimIds()
    {
        var index = missing.FindIndex(m => m.Name == UniqueClaim);
        if (index < 0) return;
        Sort(missing[index].Text);
        missing.RemoveAt(index);
    }

    /// <summary>Makes the indexes that are still away, those of relations first and all but those of the counts.</summary>
    public void End()
    {
        if (hasRoom) connection.Execute("DROP TABLE room");
        foreach (var (_, text) in missing.Where(m => !IsOfCounts(m.Name))) Sort(text);
        missing.RemoveAll(m => !IsOfCounts(m.Name));
        IsOn = false;
    }

    /// <summary>Counts what stands by the other indexes, then makes those of the counts, if they are away.</summary>
    public void Count()
    {
        Sort(Sql.Query("recount"));
        foreach (var (_, text) in missing) Sort(text);
        missing.Clear();
    }

    private static bool IsOfCounts(string index) => index.StartsWith("relation_count", StringComparison.Ordinal);

    private void Sort(string script)
    {
        var cache = connection.Pragma("cache_size");
        connection.Execute($"PRAGMA threads = 1; PRAGMA cache_size = -{SortedAtATime}");
        try
        {
            connection.Execute(script);
        }
        finally
        {
            connection.Execute($"PRAGMA threads = 0; PRAGMA cache_size = {cache}");
        }
    }
}
