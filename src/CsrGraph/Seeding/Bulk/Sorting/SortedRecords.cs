using System.Runtime.InteropServices;

namespace CsrGraph.Seeding.Bulk.Sorting;

/// <summary>
/// Sorts records by a key of 128 bits in memory of a fixed size: chunks are sorted on another thread and kept in a scratch file, and merged when they
/// are read. Records of one key come in the order in which they were added.
/// </summary>
internal sealed class SortedRecords : IDisposable
{
    private readonly ScratchFile scratch;
    private readonly int chunkBytes;
    private readonly List<(long Offset, long Length)> runs = [];
    private Chunk filling;
    private Chunk? spare;
    private Task sorting = Task.CompletedTask;

    /// <param name="folder">Where the scratch file is.</param>
    /// <param name="chunkBytes">How much is sorted at once; twice as much is held.</param>
    public SortedRecords(string folder, int chunkBytes)
    {
        scratch = new ScratchFile(folder);
        this.chunkBytes = chunkBytes;
        filling = new Chunk(chunkBytes);
    }

    /// <summary>How many records were added.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a record, before the first reading.</summary>
    public void Add(UInt128 key, ReadOnlySpan<byte> record)
    {
        if (!filling.Fits(record.Length)) Spill();
        filling.Add(key, record);
        Count++;
    }

    /// <summary>All records by key; each is good until the next is asked for. May be read again.</summary>
    public IEnumerable<SortedRecord> Read()
    {
        sorting.GetAwaiter().GetResult();
        spare = null;
        if (runs.Count > 0 && !filling.IsEmpty)
        {
            // Beside others it is a run as well, and its memory is let go.
            Write(filling);
            filling = new Chunk(0);
        }

        filling.Sort();
        var sources = runs.Select(r => (IEnumerator<SortedRecord>)new RunReader(scratch, r.Offset, r.Length)).Append(filling.Read().GetEnumerator()).ToList();
        var heads = new PriorityQueue<int, (UInt128 Key, int Source)>();
        for (var i = 0; i < sources.Count; i++) Next(i);
        while (heads.TryPeek(out var source, out _))
        {
            yield return sources[source].Current;
            if (sources[source].MoveNext()) heads.DequeueEnqueue(source, (sources[source].Current.Key, source));
            else heads.Dequeue();
        }

        void Next(int i)
        {
            if (sources[i].MoveNext()) heads.Enqueue(i, (sources[i].Current.Key, i));
        }
    }

    public void Dispose()
    {
        // What it failed with was told, or nobody asks any more.
        sorting.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        scratch.Dispose();
    }

    private void Spill()
    {
        sorting.GetAwaiter().GetResult();
        var full = filling;
        filling = spare ?? new Chunk(chunkBytes);
        spare = full;
        sorting = Task.Run(() =>
        {
            Write(full);
            full.Clear();
        });
    }

    private void Write(Chunk full)
    {
        full.Sort();
        var offset = scratch.Length;
        full.WriteTo(scratch);
        runs.Add((offset, scratch.Length - offset));
    }

    /// <summary>A part that is sorted at once.</summary>
    private sealed class Chunk(int size)
    {
        private const int WriteBytes = 1 << 16;

        private readonly List<(UInt128 Key, int Offset, int Length)> index = new(size / 128);
        private byte[] bytes = new byte[size];
        private int used;

        public bool IsEmpty => index.Count == 0;

        public bool Fits(int length) => IsEmpty || used + length <= size;

        public void Add(UInt128 key, ReadOnlySpan<byte> record)
        {
            if (used + record.Length > bytes.Length) Array.Resize(ref bytes, used + record.Length);
            record.CopyTo(bytes.AsSpan(used));
            index.Add((key, used, record.Length));
            used += record.Length;
        }

        // Offsets grow as records are added, so that they break ties.
        public void Sort() => index.Sort(static (one, other) => one.Key != other.Key ? one.Key.CompareTo(other.Key) : one.Offset.CompareTo(other.Offset));

        public IEnumerable<SortedRecord> Read()
        {
            foreach (var (key, offset, length) in index) yield return new SortedRecord(key, bytes.AsMemory(offset, length));
        }

        public void WriteTo(ScratchFile file)
        {
            var buffer = new byte[WriteBytes];
            var filled = 0;
            Span<byte> head = stackalloc byte[RunReader.HeadBytes];
            foreach (var (key, offset, length) in CollectionsMarshal.AsSpan(index))
            {
                if (filled + RunReader.HeadBytes + length > buffer.Length)
                {
                    file.Append(buffer.AsSpan(0, filled));
                    filled = 0;
                }

                RunReader.WriteHead(head, key, length);
                if (RunReader.HeadBytes + length > buffer.Length)
                {
                    file.Append(head);
                    file.Append(bytes.AsSpan(offset, length));
                    continue;
                }

                head.CopyTo(buffer.AsSpan(filled));
                bytes.AsSpan(offset, length).CopyTo(buffer.AsSpan(filled + RunReader.HeadBytes));
                filled += RunReader.HeadBytes + length;
            }

            file.Append(buffer.AsSpan(0, filled));
        }

        public void Clear()
        {
            index.Clear();
            used = 0;
            if (bytes.Length > size) bytes = new byte[size];
        }
    }
}

/// <summary>A record with its key.</summary>
internal readonly record struct SortedRecord(UInt128 Key, ReadOnlyMemory<byte> Bytes);
