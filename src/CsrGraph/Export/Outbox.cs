namespace CsrGraph.Export;

/// <summary>
/// Takes what a format's writer writes, which writes at once, and sends it on in larger parts, which may have to wait for whoever receives it.
/// </summary>
internal sealed class Outbox(Stream target) : Stream
{
    private const int SendAt = 1 << 16;

    private readonly MemoryStream waiting = new(SendAt * 2);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends what waits, if that is enough to be worth it.</summary>
    public ValueTask SendAsync(CancellationToken cancellation) => waiting.Length < SendAt ? ValueTask.CompletedTask : SendAllAsync(cancellation);

    /// <summary>Sends all that waits.</summary>
    public async ValueTask SendAllAsync(CancellationToken cancellation)
    {
        try
        {
            await target.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancellation);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // So .NET tells that the file system takes no file of that length.
            throw new IOException(e.Message, e);
        }

        waiting.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => waiting.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => waiting.Write(buffer);

    public override void WriteByte(byte value) => waiting.WriteByte(value);

    /// <summary>Nothing to do: only whoever fills it knows where it may wait.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) waiting.Dispose();
        base.Dispose(disposing);
    }
}
