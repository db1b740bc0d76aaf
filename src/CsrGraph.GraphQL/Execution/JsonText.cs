using System.Buffers;
using System.Text;

namespace CsrGraph.GraphQL.Execution;

/// <summary>Writes strings of JSON in UTF-8, with nothing escaped that need not be. Half a surrogate pair becomes U+FFFD.</summary>
internal static class JsonText
{
    private const int MostBytesOfUnit = 3;
    private const int MostBytesOfEscape = 6;
    private const int Short = 24;

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    public static void Append(PooledBytes bytes, string text)
    {
        if (text.Length <= Short && TryAppendShort(bytes, text)) return;
        if (text.AsSpan().ContainsAny(Escaped))
        {
            AppendEscaped(bytes, text);
            return;
        }

        var to = bytes.GetSpan((text.Length * MostBytesOfUnit) + 2);
        to[0] = (byte)'"';
        var length = Encoding.UTF8.GetBytes(text, to[1..]) + 1;
        to[length] = (byte)'"';
        bytes.Advance(length + 1);
    }

    // Most texts are so short that to set out for the platform's vectors takes longer than to go through them once.
    private static bool TryAppendShort(PooledBytes bytes, string text)
    {
        var to = bytes.GetSpan((Short * MostBytesOfUnit) + 2);
        var length = 1;
        foreach (var unit in text)
        {
            if (unit < 0x80)
            {
                if (unit is < ' ' or '"' or '\\') return false;
                to[length++] = (byte)unit;
            }
            else if (unit >= 0x800 && !char.IsSurrogate(unit))
            {
                to[length + 2] = (byte)(0x80 | (unit & 0x3F));
                to[length + 1] = (byte)(0x80 | ((unit >> 6) & 0x3F));
                to[length] = (byte)(0xE0 | (unit >> 12));
                length += 3;
            }
            else
            {
                return false;
            }
        }

        to[0] = to[length] = (byte)'"';
        bytes.Advance(length + 1);
        return true;
    }

    private static void AppendEscaped(PooledBytes bytes, ReadOnlySpan<char> text)
    {
        bytes.Append((byte)'"');
        while (text.Length > 0)
        {
            var plain = text.IndexOfAny(Escaped);
            var run = plain < 0 ? text : text[..plain];
            bytes.Advance(Encoding.UTF8.GetBytes(run, bytes.GetSpan(run.Length * MostBytesOfUnit)));
            if (plain < 0) break;
            bytes.Advance(Escape(text[plain], bytes.GetSpan(MostBytesOfEscape)));
            text = text[(plain + 1)..];
        }

        bytes.Append((byte)'"');
    }

    private static int Escape(char unit, Span<byte> to)
    {
        var letter = unit switch { '"' => '"', '\\' => '\\', '\n' => 'n', '\r' => 'r', '\t' => 't', '\b' => 'b', '\f' => 'f', _ => 'u' };
        (to[0], to[1]) = ((byte)'\\', (byte)letter);
        if (letter != 'u') return 2;
        "00"u8.CopyTo(to[2..]);
        (to[4], to[5]) = ((byte)(unit < 0x10 ? '0' : '1'), "0123456789abcdef"u8[unit & 0xF]);
        return MostBytesOfEscape;
    }
}
