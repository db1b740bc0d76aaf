namespace CsrGraph.Yaml;

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>
/// A mapping whose keys are asked for one by one. What was never asked for is unknown to the reader, and
/// <see cref="RefuseOtherKeys"/>, called last, reports it.
/// </summary>
public sealed class YamlMapping : YamlNode
{
    // Short, and asked for millions of times in bulk: going through a list is faster than a set.
    private readonly List<string> asked = [];

    private readonly List<YamlEntry> entries;

    internal YamlMapping(YamlPlace place, List<YamlEntry> entries)
        : base(place) => this.entries = entries;

    /// <summary>The entries in their order, each key once.</summary>
    public IReadOnlyList<YamlEntry> Entries => entries;

    /// <inheritdoc/>
    public override string Shape => "a mapping";

    /// <summary>The value of a key that need not be there.</summary>
    public YamlNode? Optional(string key)
    {
        asked.Add(key);
        foreach (var entry in entries)
        {
            if (entry.Key.Value == key) return entry.Value;
        }

        return null;
    }

    /// <summary>The value of a key that must be there, or null after a report.</summary>
    public YamlNode? Required(string key)
    {
        var value = Optional(key);
        if (value is null)
        {
            Refuse($"the key \"{key}\" is missing", "add it");
        }

        return value;
    }

    /// <summary>The words of a key that must be there, or null after a report.</summary>
    public string? RequiredText(string key) => Required(key)?.Text();

    /// <summary>The words of a key that need not be there.</summary>
    public string? OptionalText(string key) => Optional(key)?.Text();

    /// <summary>The flag of a key that need not be there; false where it is not.</summary>
    public bool Flag(string key) => Optional(key)?.Boolean() ?? false;

    /// <summary>Takes an entry away, as if it had never stood there; null where it does not.</summary>
    internal YamlEntry? Take(string key)
    {
        asked.Remove(key);
        var at = entries.FindIndex(entry => entry.Key.Value == key);
        if (at < 0) return null;
        var taken = entries[at];
        entries.RemoveAt(at);
        return taken;
    }

    /// <summary>Reports every key that nobody asked for.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var (key, _) in entries)
        {
            if (!asked.Contains(key.Value)) key.Refuse($"the key \"{key.Value}\" is unknown here", $"use one of {string.Join(", ", asked.Distinct())}");
        }
    }
}
