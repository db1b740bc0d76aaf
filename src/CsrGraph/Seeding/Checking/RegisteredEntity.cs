using CsrGraph.Model;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>A name as read, with its origin where anything is said of it; there may be very many, so that it holds little.</summary>
internal sealed class NameDraft(string text, string language, string type, bool isMatchable, NameOrigin? origin)
{
    public string Text { get; } = text;

    public string Language { get; } = language;

    public string Type { get; } = type;

    public string Folded { get; } = Wording.Fold(text);

    public NameOrigin? Origin { get; } = origin;

    public Name ToName() => new(Text, Language, Type, isMatchable, Origin?.Inferred, Origin?.Evidence);
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

/// <summary>An entity as read, and where its id stands.</summary>
internal sealed class RegisteredEntity(
    EntityId id, KindDefinition kind, string? category, NameDraft[] names, IReadOnlyList<EntityId> formerly, YamlPlace place)
{
    private const string FullName = "FULL";

    public EntityId Id { get; } = id;

    public KindDefinition Kind { get; } = kind;

    public IReadOnlyList<NameDraft> Names => names;

    public YamlPlace Place { get; } = place;

    /// <summary>Whether claims, names or documents named it.</summary>
    public bool IsUsed { get; set; }

    /// <summary>How folded words hold the entity, matchable names or not: by a full name, by another one, or null.</summary>
    public Grade? HeldBy(string folded)
    {
        Grade? grade = null;
        foreach (var name in names)
        {
            if (!folded.Contains(name.Folded, StringComparison.Ordinal)) continue;
            if (name.Type == FullName) return Grade.Verbatim;
            grade = Grade.Alias;
        }

        return grade;
    }

    public Entity ToEntity() => new(Id, Kind.Id, category, Array.ConvertAll(names, n => n.ToName()), formerly, Qualifiers.None, null);
}
