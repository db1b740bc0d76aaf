using System.Text;

namespace CsrGraph.Yaml;

/// <summary>Keeps one string for each of the few keys that all lines repeat.</summary>
internal sealed class KeyNames
{
    private const int Slots = 1 << 9;

    private readonly string?[] known = new string?[Slots];

    /// <summary>The key of these bytes.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        var hash = default(HashCode);
        hash.AddBytes(utf8);
        ref var slot = ref known[hash.ToHashCode() & (Slots - 1)];
        return slot is { } key && Ascii.Equals(utf8, key) ? key : slot = Encoding.UTF8.GetString(utf8);
    }
}
