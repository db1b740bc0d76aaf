using CsrGraph.Yaml;

namespace CsrGraph.Vocabulary.Reading;

/// <summary>Reads labels, sentences and descriptions.</summary>
internal static class Labels
{
    private static readonly Label None = new(string.Empty, string.Empty);
    private static readonly string[] Ends = ["{subject}", "{object}"];

    /// <summary>The label under a key that must be there, in both languages.</summary>
    public static Label Read(YamlMapping owner, string key)
    {
        if (owner.Required(key)?.Mapping() is not { } mapping)
        {
            return None;
        }

        var label = new Label(mapping.RequiredText("zh") ?? string.Empty, mapping.RequiredText("en") ?? string.Empty);
        mapping.RefuseOtherKeys();
        return label;
    }

    /// <summary>The sentence under a key, each language with both ends in it.</summary>
    public static Label Sentence(YamlMapping owner, string key)
    {
        var sentence = Read(owner, key);
        foreach (var text in new[] { sentence.Zh, sentence.En }.Where(text => text.Length > 0))
        {
            foreach (var end in Ends.Where(end => !text.Contains(end, StringComparison.Ordinal)))
            {
                owner.Required(key)!.Refuse($"the sentence \"{text}\" does not hold {end}", "put it where the name shall stand");
            }
        }

        return sentence;
    }

    /// <summary>The description, which must be there.</summary>
    public static string Description(YamlMapping owner) => owner.RequiredText("description") ?? string.Empty;
}
