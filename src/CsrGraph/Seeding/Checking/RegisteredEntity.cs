using CsrGraph.Model;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>A name as read, its evidence still to be proved.</summary>
internal sealed record NameDraft(string Text, string Language, string Type, bool IsMatchable, string? Inferred, YamlMapping? EvidenceNode, EntityId? Document)
{
    public string Folded { get; } = Wording.Fold(Text);

    /// <summary>Where its evidence stands; let go when that is proved.</summary>
    public YamlMapping? EvidenceNode { get; set; } = EvidenceNode;

    public Evidence? Evidence { get; set; }

    public Name ToName() => new(Text, Language, Type, IsMatchable, Inferred, Evidence);
}

/// <summary>An entity as read, and where its id stands.</summary>
internal sealed record RegisteredEntity(
    EntityId Id, KindDefinition Kind, string? Category, IReadOnlyList<NameDraft> Names, IReadOnlyList<EntityId> Formerly, YamlNode Place)
{
    private const string FullName = "FULL";

    /// <summary>Whether claims, names or documents named it.</summary>
    public bool IsUsed { get; set; }

    /// <summary>How folded words hold the entity, matchable names or not: by a full name, by another one, or null.</summary>
    public Grade? HeldBy(string folded)
    {
        Grade? grade = null;
        foreach (var name in Names)
        {
            if (!folded.Contains(name.Folded, StringComparison.Ordinal)) continue;
            if (name.Type == FullName) return Grade.Verbatim;
            grade = Grade.Alias;
        }

        return grade;
    }

    public Entity ToEntity() => new(Id, Kind.Id, Category, [.. Names.Select(n => n.ToName())], Formerly, Qualifiers.None, null);
}
