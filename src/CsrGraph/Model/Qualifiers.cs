using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CsrGraph.Model;

/// <summary>A small map of names to values, in the names' ordinal order, equal by content. What a claim says beside its type and its ends.</summary>
public sealed class Qualifiers : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<Qualifiers>
{
    private readonly KeyValuePair<string, string>[] pairs;

    private Qualifiers(KeyValuePair<string, string>[] pairs) => this.pairs = pairs;

    /// <summary>No qualifiers.</summary>
    public static Qualifiers None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => pairs.Length;

    /// <summary>The value of a name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var pair in pairs)
            {
                if (pair.Key == name) return pair.Value;
            }

            return null;
        }
    }

    /// <summary>Makes qualifiers of pairs; a pair without a value is left out.</summary>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public static Qualifiers Of(IEnumerable<KeyValuePair<string, string?>> pairs)
    {
        var given = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in pairs)
        {
            if (value is not null) given.Add(KeyValuePair.Create(name, value));
        }

        if (given.Count == 0) return None;
        if (given.Count > 1) given.Sort(static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        var sorted = given.ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Key == sorted[i - 1].Key) throw new ArgumentException($"the qualifier '{sorted[i].Key}' stands twice", nameof(pairs));
        }

        return new Qualifiers(sorted);
    }

    /// <summary>Makes qualifiers of names and values; a pair without a value is left out.</summary>
    public static Qualifiers Of(params (string Name, string? Value)[] pairs) => Of(pairs.Select(p => KeyValuePair.Create(p.Name, p.Value)));

    /// <summary>Makes qualifiers of pairs that are known to be in order, each name once.</summary>
    internal static Qualifiers InOrder(KeyValuePair<string, string>[] pairs) => pairs.Length == 0 ? None : new Qualifiers(pairs);

    /// <summary>The pairs, for those who go through many.</summary>
    internal ReadOnlySpan<KeyValuePair<string, string>> Pairs => pairs;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)pairs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] Qualifiers? other) => other is not null && pairs.AsSpan().SequenceEqual(other.pairs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Qualifiers);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var pair in pairs)
        {
            hash.Add(pair.Key, StringComparer.Ordinal);
            hash.Add(pair.Value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
