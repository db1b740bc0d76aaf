using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace CsrGraph.Seeding.Reading;

/// <summary>The files of a seed folder, read one at a time; their names are relative to it, with <c>/</c> between the parts.</summary>
internal sealed class SeedFiles(string folder, ProblemList problems)
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long MaxBytes = 64L << 20;

    private readonly SortedDictionary<string, byte[]> digests = new(StringComparer.Ordinal);

    /// <summary>The text of a file, or null where it cannot be read, which is reported.</summary>
    public string? Read(string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            if (new FileInfo(path).Length is > MaxBytes and var length)
            {
                problems.Add(name, $"the file has {length >> 20} MiB, more than the limit of {MaxBytes >> 20} MiB", "split it; entities may stand in several files");
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            digests[name] = SHA256.HashData(bytes);
            return Decode(name, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(name, $"the file cannot be read ({exception.Message})", "see that it is there and that you may read it");
            return null;
        }
    }

    /// <summary>Notes the SHA-256 of a file that something else reads.</summary>
    public void Note(string name, byte[] digest) => digests[name] = digest;

    /// <summary>Hashes a file of any size without looking at it.</summary>
    public void Hash(string name) => Hash(name, new LinePart(Path.Combine(folder, name), name));

    /// <summary>Hashes a part of a file, as the file that it stands for.</summary>
    public void Hash(string name, LinePart part)
    {
        try
        {
            using var stream = part.Open();
            Note(name, DigestOf(stream, part.Size));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(part.Name, $"the file cannot be read ({exception.Message})", "see that it is there and that you may read it");
        }
    }

    private static byte[] DigestOf(FileStream stream, long left)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        while (left > 0 && stream.Read(buffer, 0, (int)Math.Min(buffer.Length, left)) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        return hash.GetHashAndReset();
    }

    /// <summary>The SHA-256 over the names of all files read so far, in ordinal order, each with the SHA-256 of its bytes.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, digest) in digests)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(digest);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string? Decode(string name, byte[] bytes)
    {
        const string SaveAsUtf8 = "save it as UTF-8";
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Add(name, "the file is UTF-16, not UTF-8: its byte order mark stands at byte offset 0", SaveAsUtf8);
            return null;
        }

        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var characters = new char[bytes.Length - start];
        if (Utf8.ToUtf16(bytes.AsSpan(start), characters, out var read, out var written, replaceInvalidSequences: false) == OperationStatus.Done)
        {
            return new string(characters, 0, written);
        }

        var offset = start + read;
        var line = bytes.AsSpan(0, offset).Count((byte)'\n') + 1;
        var value = bytes[offset].ToString("X2", CultureInfo.InvariantCulture);
        problems.Add(new Problem(name, line, null, $"the file is not UTF-8: the byte 0x{value} at byte offset {offset} begins no character", SaveAsUtf8));
        return null;
    }
}
