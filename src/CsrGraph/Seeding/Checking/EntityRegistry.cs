using CsrGraph.Model;
using CsrGraph.Seeding.Compact;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>Every entity of the folder, and the check of every id that names one.</summary>
/// <param name="vocabulary">The kinds.</param>
/// <param name="ids">The ids of the folder, which the registry adds to.</param>
internal sealed class EntityRegistry(VocabularyDefinition vocabulary, IdTable ids)
{
    /// <summary>For so many unknown ids a like one is looked for: where there are more, a whole file is missing and not a letter.</summary>
    private const int MaxSuggestions = 200;

    /// <summary>Of so many entities it takes long to find a like one.</summary>
    private const int Many = 10_000;

    private readonly EntityRecords records = new();

    // Where an entity's record is, and one more; 0 for an id that is none of an entity.
    private readonly IdMap<int> places = new(ids);
    private readonly IdMap<bool> used = new(ids);
    private readonly List<NameDraft> evidenced = [];
    private readonly Dictionary<EntityId, (EntityId Now, YamlNode Place)> redirects = [];
    private readonly Dictionary<EntityId, YamlNode> unknown = [];

    /// <summary>By id.</summary>
    public IEnumerable<RegisteredEntity> All
    {
        get
        {
            var numbers = Numbers().ToArray();
            Array.Sort(numbers, ids.Compare);
            return numbers.Select(number => Read(number, ids[number])!);
        }
    }

    /// <summary>The names whose evidence is a document's words.</summary>
    public IReadOnlyCollection<NameDraft> Evidenced => evidenced;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The ids that were resolved since the set was last cleared.</summary>
    public HashSet<EntityId> Named { get; } = [];

    /// <summary>True where a file of entities could not be read: an id that is not here may stand there, and is not called unknown.</summary>
    public bool IsIncomplete { get; set; }

    public void Add(EntityDraft entity)
    {
        if (Find(entity.Id) is { } first)
        {
            entity.Place.Refuse($"the id {entity.Id} is taken: it stands in {At(first.Place)}", "keep one of the two, or give this one an id of its own");
            return;
        }

        places[entity.Id] = records.Add(entity) + 1;
        evidenced.AddRange(entity.Names.Where(n => n.Origin?.Document is not null));
        Count++;
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
        foreach (var (id, (_, place)) in redirects)
        {
            if (Find(id) is { } entity) place.Refuse($"the former id {id} is in use: it stands in {At(entity.Place)}", "take that entity or this redirect away");
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
        if (node is YamlScalar { Value: var text } && EntityId.TryParse(text, out var name) && ids.Find(name) is { } number && Read(number, name) is { } entity)
        {
            used[number] = true;
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
        var near = unknown.Count > Suggestions ? null : Wording.Nearest(id.Value, Numbers().Select(n => ids[n].Value));
        node.Refuse($"{id} is unknown", near is null ? "describe it in entities/, or mend the id" : $"write {near} if that is meant, else describe it in entities/");
        return null;
    }

    /// <summary>Where an id is used and unknown, the slip may be in an entity's own id: reports those that nothing uses and that are like it.</summary>
    public void CheckUnusedLookAlikes()
    {
        foreach (var (id, place) in unknown.Take(Suggestions))
        {
            var unused = Numbers().Where(n => !used[n]).Select(n => ids[n]).Where(other => Prefix(other) == Prefix(id)).ToList();
            var like = unused.Count == 1 ? unused[0].Value : Wording.Nearest(id.Value, unused.Select(other => other.Value));
            if (like is null) continue;
            Find(new EntityId(like))!.Place.Refuse(
                $"nothing uses {like}, while {At(place.Place)} uses {id}, which is unknown", $"write {id} here or {like} there if they are one");
        }
    }

    private int Suggestions => Count > Many ? 5 : MaxSuggestions;

    private IEnumerable<int> Numbers() => Enumerable.Range(0, ids.Count).Where(number => places[number] > 0);

    private RegisteredEntity? Find(EntityId id) => ids.Find(id) is { } number ? Read(number, id) : null;

    private RegisteredEntity? Read(int number, EntityId id) => places[number] is var place and not 0 ? records.Read(place - 1, id) : null;

    private static string Prefix(EntityId id) => id.Value.Split(':')[0];

    private static string At(YamlPlace place) => $"{place.File}:{place.Line}";
}
