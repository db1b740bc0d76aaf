namespace CsrGraph.Seeding.Bulk.Sorting;

/// <summary>Keeps records in the order in which they come, in a scratch file beyond the first few.</summary>
/// <param name="folder">Where the scratch file is.</param>
internal sealed class RecordSpool(string folder) : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly ScratchFile scratch = new(folder);
    private readonly MemoryStream buffer = new();

    /// <summary>How many records were added.</summary>
    public long Count { get; private set; }

    public void Add(UInt128 key, ReadOnlySpan<byte> record)
    {
        Span<byte> head = stackalloc byte[RunReader.HeadBytes];
        RunReader.WriteHead(head, key, record.Length);
        buffer.Write(head);
        buffer.Write(record);
        Count++;
        if (buffer.Length >= BufferBytes) Flush();
    }

    /// <summary>All records added so far; each is good until the next is asked for.</summary>
    public IEnumerable<SortedRecord> Read()
    {
        if (scratch.Length == 0 && buffer.Length == 0) yield break;
        Flush();
        using var records = new RunReader(scratch, 0, scratch.Length);
        while (records.MoveNext()) yield return records.Current;
    }

    public void Dispose()
    {
        scratch.Dispose();
        buffer.Dispose();
    }

    private void Flush()
    {
        scratch.Append(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        buffer.SetLength(0);
    }
}
