using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CsrGraph.Store;

namespace CsrGraph.Query;

/// <summary>
/// Where a page ended. A cursor belongs to one question (its field, filter, order and day) and to the state that the page was read from: the next
/// page is read from that state too, whatever was loaded meanwhile.
/// </summary>
/// <param name="Question">What <see cref="QuestionOf"/> gives for the question.</param>
/// <param name="Head">The change-set that the page was read at.</param>
/// <param name="Position">The row's place in the order.</param>
public sealed record Cursor(ulong Question, long Head, Position Position)
{
    private const byte Version = 1;
    private const int MaxLength = 4096;
    private const byte Missing = 0;
    private const byte Number = 1;
    private const byte Bytes = 2;
    private const byte Text = 3;

    /// <summary>A number that tells questions apart: 8 bytes of the SHA-256 of a text that says all that matters of the question.</summary>
    public static ulong QuestionOf(string text) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The cursor as text: base64url, at most 4096 characters.</summary>
    public string Encode()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(Version);
            writer.Write(Question);
            writer.Write7BitEncodedInt64(Head);
            writer.Write7BitEncodedInt(Position.Values.Count);
            foreach (var value in Position.Values) Write(writer, value);
            writer.Write(Position.Id);
        }

        return Base64Url.EncodeToString(stream.ToArray());
    }

    /// <summary>Reads what <see cref="Encode"/> wrote; null for anything else.</summary>
    public static Cursor? Decode(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(text)));
            if (reader.ReadByte() != Version) return null;
            var question = reader.ReadUInt64();
            var head = reader.Read7BitEncodedInt64();
            var values = new object?[Math.Min((uint)reader.Read7BitEncodedInt(), MaxLength)];
            for (var i = 0; i < values.Length; i++) values[i] = Read(reader);
            var id = reader.ReadString();
            return reader.BaseStream.Position == reader.BaseStream.Length ? new Cursor(question, head, new Position(values, id)) : null;
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException)
        {
            // Whatever does not read as a cursor is none.
            return null;
        }
    }

    private static void Write(BinaryWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.Write(Missing);
                break;
            case long number:
                writer.Write(Number);
                writer.Write7BitEncodedInt64(number);
                break;
            case byte[] bytes:
                writer.Write(Bytes);
                writer.Write7BitEncodedInt(bytes.Length);
                writer.Write(bytes);
                break;
            case string text:
                writer.Write(Text);
                writer.Write(text);
                break;
            default:
                throw new ArgumentException($"a position holds no {value.GetType().Name}");
        }
    }

    private static object? Read(BinaryReader reader) => reader.ReadByte() switch
    {
        Missing => null,
        Number => reader.Read7BitEncodedInt64(),
        Bytes => ReadBytes(reader),
        Text => reader.ReadString(),
        var other => throw new FormatException($"no value begins with {other}"),
    };

    private static byte[] ReadBytes(BinaryReader reader)
    {
        var length = reader.Read7BitEncodedInt();
        var bytes = reader.ReadBytes(Math.Clamp(length, 0, MaxLength));
        return bytes.Length == length ? bytes : throw new FormatException("the bytes end early");
    }
}
