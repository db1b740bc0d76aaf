using System.Buffers;
using System.Security.Cryptography;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>A file with one JSON object a line, or a part of one, of any size: read line by line, and hashed while it is read.</summary>
internal sealed class LineFile(LinePart part, ProblemList problems)
{
    /// <summary>The longest line, in bytes.</summary>
    public const int MaxLine = 1 << 20;

    private const string SaveAsUtf8 = "save it as UTF-8";

    private readonly string name = part.Name;
    private readonly KeyNames keys = new();
    private long left = part.Length ?? long.MaxValue;

    /// <summary>The SHA-256 of the part's bytes, once all of it is read.</summary>
    public byte[]? Digest { get; private set; }

    /// <summary>
    /// The values of the lines that are not empty, in their order; null for one that cannot be read, which is reported. Ends early where there are
    /// too many problems.
    /// </summary>
    /// <param name="advanced">Is told how many bytes more are read.</param>
    public IEnumerable<YamlNode?> Nodes(Action<int>? advanced = null)
    {
        if (Open() is not { } stream) yield break;
        using (stream)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = ArrayPool<byte>.Shared.Rent(1 << 18);
            var (start, scanned, end, number, skips) = (0, 0, 0, part.FirstLine, false);
            while (true)
            {
                var length = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
                if (length >= 0)
                {
                    var line = (Start: start, End: scanned + length);
                    start = scanned = line.End + 1;
                    if (!skips && Node(number, buffer.AsSpan(line.Start..line.End), out var node)) yield return node;
                    skips = false;
                    number++;
                    if (problems.IsFull) yield break;
                    continue;
                }

                if (end - start > MaxLine)
                {
                    if (!skips) problems.Add(new Problem(name, number, null, $"the line has more than {MaxLine} bytes", "break it up: one object a line"));
                    (start, end, skips) = (0, 0, true);
                }

                if (start > 0)
                {
                    buffer.AsSpan(start, end - start).CopyTo(buffer);
                    (start, end) = (0, end - start);
                }
                else if (end == buffer.Length)
                {
                    buffer = Grown(buffer);
                }

                scanned = end;
                var read = Read(stream, buffer.AsSpan(end));
                if (read <= 0)
                {
                    if (read == 0) Digest = hash.GetHashAndReset();
                    break;
                }

                hash.AppendData(buffer, end, read);
                if (end == 0 && number == 1 && part.Start == 0 && !skips && IsUtf16(buffer.AsSpan(0, read))) yield break;
                end += read;
                advanced?.Invoke(read);
            }

            if (!skips && end > start && Node(number, buffer.AsSpan(start..end), out var last)) yield return last;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        var grown = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(grown, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return grown;
    }

    private bool Node(int number, ReadOnlySpan<byte> line, out YamlNode? node)
    {
        if (number == 1 && line.StartsWith("\uFEFF"u8)) line = line[3..];
        line = line.Trim(" \t\r"u8);
        node = line.IsEmpty ? null : JsonTree.Read(name, number, line, keys, problems.Add);
        return !line.IsEmpty;
    }

    private bool IsUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])) return false;
        problems.Add(name, "the file is UTF-16, not UTF-8: its byte order mark stands at byte offset 0", SaveAsUtf8);
        return true;
    }

    private FileStream? Open()
    {
        try
        {
            return part.Open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(exception);
            return null;
        }
    }

    private int Read(FileStream stream, Span<byte> buffer)
    {
        try
        {
            var read = stream.Read(left < buffer.Length ? buffer[..(int)left] : buffer);
            left -= read;
            return read;
        }
        catch (IOException exception)
        {
            Report(exception);
            return -1;
        }
    }

    private void Report(Exception exception) =>
        problems.Add(name, $"the file cannot be read ({exception.Message})", "see that it is there and that you may read it");
}
