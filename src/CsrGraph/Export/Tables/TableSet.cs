using System.IO.Compression;
using CsrGraph.Seeding.Bulk;
using CsrGraph.Seeding.Bulk.Sorting;

namespace CsrGraph.Export.Tables;

/// <summary>The CSV files of one zip, whose rows may be added in any order.</summary>
internal sealed class TableSet(string scratch) : IDisposable
{
    // Nothing within was changed at any time that says something.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SortedRecords sorted = new(scratch, new BulkOptions(scratch).SortBytes);
    private readonly List<TableRows> tables = [];

    /// <summary>Adds a file, which comes after those before it.</summary>
    public TableRows Table(string name, params IReadOnlyList<string> headers)
    {
        var table = new TableRows(name, tables.Count, headers, sorted);
        tables.Add(table);
        return table;
    }

    /// <summary>Writes the files.</summary>
    public async Task WriteAsync(ZipArchive zip, Outbox outbox, CancellationToken cancellation)
    {
        Stream? file = null;
        var last = -1;
        foreach (var (key, bytes) in sorted.Read())
        {
            if ((int)key != last)
            {
                file?.Dispose();
                last = (int)key;
                file = Begin(zip, tables[last].Name);
            }

            file!.Write(bytes.Span);
            await outbox.SendAsync(cancellation);
        }

        file?.Dispose();
    }

    /// <summary>Begins a file of a zip.</summary>
    public static Stream Begin(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    public void Dispose()
    {
        foreach (var table in tables) table.Dispose();
        sorted.Dispose();
    }
}
