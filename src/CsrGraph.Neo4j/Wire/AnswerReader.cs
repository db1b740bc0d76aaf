using System.Buffers;

namespace CsrGraph.Neo4j.Wire;

/// <summary>
/// Reads an answer while it arrives, to its end, and hands on each row as soon as the whole of it is there; no more is held than the row in hand
/// and what has come after it.
/// </summary>
internal sealed class AnswerReader(RowHandler? onRow) : IDisposable
{
    private const int Piece = 32 * 1024;

    private readonly AnswerParser parser = new(onRow);
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Piece);
    private int start;
    private int end;

    /// <summary>Reads the body.</summary>
    /// <exception cref="CutAnswerException">It ended in the middle.</exception>
    /// <exception cref="ForeignAnswerException">It is not Neo4j's.</exception>
    public async Task<ResultSummary> ReadAsync(Stream body, CancellationToken cancellation)
    {
        var wanted = 1;
        while (true)
        {
            MakeRoom();
            var read = await body.ReadAsync(buffer.AsMemory(end), cancellation);
            end += read;
            if (read > 0 && end - start < wanted) continue;
            start += parser.Parse(buffer.AsSpan(start, end - start));

            // What did not make a whole row is looked at again only once it has doubled, so that a long row is not read over and over.
            wanted = 2 * (end - start);
            if (read == 0) return parser.IsOver ? parser.Summary : throw new CutAnswerException();
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private void MakeRoom()
    {
        if (start == end) start = end = 0;
        if (end < buffer.Length) return;
        if (start > 0)
        {
            Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
            (start, end) = (0, end - start);
            if (end < buffer.Length / 2) return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        Buffer.BlockCopy(buffer, 0, larger, 0, end);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
