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
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    internal YamlMapping(YamlPlace place, IReadOnlyList<YamlEntry> entries)
        : base(place) => Entries = entries;

    /// <summary>The entries in their order, each key once.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; }

    /// <inheritdoc/>
    public override string Shape => "a mapping";

    /// <summary>The value of a key that need not be there.</summary>
    public YamlNode? Optional(string key)
    {
        asked.Add(key);
        return Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
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

    /// <summary>Reports every key that nobody asked for.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var entry in Entries.Where(entry => !asked.Contains(entry.Key.Value)))
        {
            entry.Key.Refuse($"the key \"{entry.Key.Value}\" is unknown here", $"use one of {string.Join(", ", asked)}");
        }
    }
}
