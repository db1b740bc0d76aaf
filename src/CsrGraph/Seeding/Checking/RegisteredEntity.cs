using CsrGraph.Model;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>An entity of the registry, read back from its record.</summary>
internal sealed class RegisteredEntity(EntityRecords records, int names, EntityId id, KindDefinition kind, string? category, IReadOnlyList<EntityId> formerly, YamlPlace place)
{
    private const string FullName = "FULL";

    public EntityId Id { get; } = id;

    public KindDefinition Kind { get; } = kind;

    /// <summary>Where its id stands.</summary>
    public YamlPlace Place { get; } = place;

    /// <summary>The name that is shown, or null where it has none.</summary>
    public string? Shown
    {
        get
        {
            foreach (var name in records.Names(names)) return name.Text.ToString();
            return null;
        }
    }

    /// <summary>How folded words hold the entity, matchable names or not: by a full name, by another one, or null.</summary>
    public Grade? HeldBy(string folded)
    {
        Grade? grade = null;
        foreach (var name in records.Names(names))
        {
            if (folded.AsSpan().IndexOf(name.Folded, StringComparison.Ordinal) < 0) continue;
            if (name.Form.Type == FullName) return Grade.Verbatim;
            grade = Grade.Alias;
        }

        return grade;
    }

    public Entity ToEntity()
    {
        var list = new List<Name>();
        foreach (var name in records.Names(names)) list.Add(name.ToName());
        return new Entity(Id, Kind.Id, category, list, formerly, Qualifiers.None, null);
    }
}
