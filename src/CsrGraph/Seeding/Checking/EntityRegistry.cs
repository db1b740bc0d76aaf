using CsrGraph.Model;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>Every entity of the folder, and the check of every id that names one.</summary>
internal sealed class EntityRegistry(VocabularyDefinition vocabulary)
{
    /// <summary>For so many unknown ids a like one is looked for: where there are more, a whole file is missing and not a letter.</summary>
    private const int MaxSuggestions = 200;

    /// <summary>Of so many entities it takes long to find a like one.</summary>
    private const int Many = 10_000;

    private readonly Dictionary<string, RegisteredEntity> entities = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityId, (EntityId Now, YamlNode Place)> redirects = [];
    private readonly Dictionary<EntityId, YamlNode> unknown = [];

    /// <summary>By id.</summary>
    public IEnumerable<RegisteredEntity> All => entities.Values.OrderBy(e => e.Id);

    /// <summary>How many there are.</summary>
    public int Count => entities.Count;

    /// <summary>The ids that were resolved since the set was last cleared.</summary>
    public HashSet<EntityId> Named { get; } = [];

    /// <summary>True where a file of entities could not be read: an id that is not here may stand there, and is not called unknown.</summary>
    public bool IsIncomplete { get; set; }

    public void Add(RegisteredEntity entity)
    {
        if (entities.TryAdd(entity.Id.Value, entity)) return;
        entity.Place.Refuse($"the id {entity.Id} is taken: it stands in {At(entities[entity.Id.Value].Place)}", "keep one of the two, or give this one an id of its own");
    }

    /// <summary>Reads ids that were merged into an entity; an id redirects to one entity and is no entity's own.</summary>
    public IReadOnlyList<EntityId> Formerly(YamlNode node, EntityId now)
    {
        var ids = new List<EntityId>();
        foreach (var item in node.Items())
        {
            if (Id(item) is not { } id) continue;
            if (redirects.TryAdd(id, (now, item))) ids.Add(id);
            else item.Refuse($"the former id {id} redirects already, in {At(redirects[id].Place.Place)}", "keep it with one entity");
        }

        return ids;
    }

    /// <summary>Checks former ids against the ids in use, once every entity is read.</summary>
    public void CheckRedirects()
    {
        foreach (var (id, (_, place)) in redirects.Where(r => entities.ContainsKey(r.Key.Value)))
        {
            place.Refuse($"the former id {id} is in use: it stands in {At(entities[id.Value].Place)}", "take that entity or this redirect away");
        }
    }

    /// <summary>An id of any kind, or null after a report.</summary>
    public EntityId? Id(YamlNode node)
    {
        if (node.Text() is not { } text) return null;
        if (!EntityId.TryParse(text, out var id))
        {
            node.Refuse($"'{text}' is not an id", EntityId.Rule);
            return null;
        }

        if (id.IsDocument || vocabulary.KindOfId(text) is not null) return id;
        node.Refuse($"no kind has the prefix of '{text}'", $"begin it with one of {string.Join(", ", vocabulary.EntityKinds.Select(k => k.Prefix))}");
        return null;
    }

    /// <summary>The entity that an id names, or null after a report that it is none, unknown, merged or of another kind.</summary>
    /// <param name="node">The id.</param>
    /// <param name="kinds">The kinds that may stand here; none for any.</param>
    /// <param name="role">What stands here, for messages: <c>the subject of SPOKE_AT</c>.</param>
    public RegisteredEntity? Resolve(YamlNode node, IReadOnlyCollection<string> kinds, string role)
    {
        if (Known(node) is not { } entity) return null;
        if (kinds.Count == 0 || kinds.Contains(entity.Kind.Id)) return entity;
        node.Refuse($"{entity.Id} is of the kind {entity.Kind.Id}, which cannot be {role}", $"write one of the kind {string.Join(", ", kinds)}");
        return null;
    }

    /// <summary>The entity of an id, of whatever kind; null after a report.</summary>
    public RegisteredEntity? Known(YamlNode node)
    {
        if (node is YamlScalar { Value: var text } && entities.TryGetValue(text, out var entity))
        {
            entity.IsUsed = true;
            Named.Add(entity.Id);
            return entity;
        }

        if (Id(node) is not { } id) return null;
        if (redirects.TryGetValue(id, out var redirect))
        {
            node.Refuse($"{id} was merged into {redirect.Now}", $"write {redirect.Now}");
            return null;
        }

        if (IsIncomplete) return null;
        unknown.TryAdd(id, node);
        var near = unknown.Count > Suggestions ? null : Wording.Nearest(id.Value, entities.Keys);
        node.Refuse($"{id} is unknown", near is null ? "describe it in entities/, or mend the id" : $"write {near} if that is meant, else describe it in entities/");
        return null;
    }

    /// <summary>Where an id is used and unknown, the slip may be in an entity's own id: reports those that nothing uses and that are like it.</summary>
    public void CheckUnusedLookAlikes()
    {
        foreach (var (id, place) in unknown.Take(Suggestions))
        {
            var unused = entities.Values.Where(e => !e.IsUsed && Prefix(e.Id) == Prefix(id)).ToList();
            var like = unused.Count == 1 ? unused[0].Id.Value : Wording.Nearest(id.Value, unused.Select(e => e.Id.Value));
            if (like is null) continue;
            entities[like].Place.Refuse(
                $"nothing uses {like}, while {At(place.Place)} uses {id}, which is unknown", $"write {id} here or {like} there if they are one");
        }
    }

    private int Suggestions => entities.Count > Many ? 5 : MaxSuggestions;

    private static string Prefix(EntityId id) => id.Value.Split(':')[0];

    private static string At(YamlPlace place) => $"{place.File}:{place.Line}";
}
