using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Reads a claim's certainty.</summary>
internal static class Certainty
{
    private const string Certain = "CERTAIN";

    /// <summary>UNCERTAIN, which needs a note; null where it is certain, as what is not said is, or after a report.</summary>
    public static string? Read(YamlNode node, YamlMapping item, SeedContext context)
    {
        if (context.Term(node, "CERTAINTY") is not { } term || term == Certain) return null;
        if (!HasNote(item)) node.Refuse($"{term} needs a note", "say in note: what the text leaves open");
        return term;
    }

    private static bool HasNote(YamlMapping item) =>
        item.Optional("note") is not null
        || (item.Optional("evidence") is YamlSequence list && list.Nodes.OfType<YamlMapping>().Any(piece => piece.Optional("note") is not null));
}
