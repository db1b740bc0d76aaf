using System.Runtime.InteropServices;

namespace CsrGraph.Seeding.Compact;

/// <summary>Writes numbers and words one after the other, as <see cref="CharReader"/> reads them.</summary>
internal sealed class CharWriter
{
    /// <summary>So many bits of a number stand in a character; the last bit says that there is more of it.</summary>
    public const int Bits = 15;

    private const int More = 1 << Bits;

    private readonly List<char> chars = [];

    /// <summary>What was written since it was last cleared.</summary>
    public ReadOnlySpan<char> Written => CollectionsMarshal.AsSpan(chars);

    public CharWriter Clear()
    {
        chars.Clear();
        return this;
    }

    /// <summary>A number that is not negative; one character where it is below 32 768.</summary>
    public CharWriter Number(int value)
    {
        for (; value >= More; value >>= Bits) chars.Add((char)(value | More));
        chars.Add((char)value);
        return this;
    }

    /// <summary>Words without their length.</summary>
    public CharWriter Words(string words)
    {
        chars.AddRange(words);
        return this;
    }
}
