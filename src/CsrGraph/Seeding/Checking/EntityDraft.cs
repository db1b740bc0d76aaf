using CsrGraph.Model;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>A name as read, with its origin where anything is said of it.</summary>
internal sealed class NameDraft(string text, string language, string type, bool isMatchable, NameOrigin? origin)
{
    public string Text { get; } = text;

    public string Language { get; } = language;

    public string Type { get; } = type;

    public bool IsMatchable { get; } = isMatchable;

    public string Folded { get; } = Wording.Fold(text);

    public NameOrigin? Origin { get; } = origin;
}

/// <summary>Where a name comes from.</summary>
/// <param name="inferred">Why the curator completed it, or null.</param>
/// <param name="evidenceNode">Where its evidence stands, or null.</param>
/// <param name="document">The document of its evidence, or null.</param>
internal sealed class NameOrigin(string? inferred, YamlMapping? evidenceNode, EntityId? document)
{
    public string? Inferred { get; } = inferred;

    /// <summary>Let go when the evidence is proved.</summary>
    public YamlMapping? EvidenceNode { get; set; } = evidenceNode;

    public EntityId? Document { get; } = document;

    public Evidence? Evidence { get; set; }
}

/// <summary>An entity as read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What its id's prefix says it is.</param>
/// <param name="Category">An organisation's category, or null.</param>
/// <param name="Names">The first is the one that is shown.</param>
/// <param name="Formerly">The ids that were merged into it.</param>
/// <param name="Place">Where its id stands.</param>
internal sealed record EntityDraft(
    EntityId Id, KindDefinition Kind, string? Category, IReadOnlyList<NameDraft> Names, IReadOnlyList<EntityId> Formerly, YamlPlace Place);
