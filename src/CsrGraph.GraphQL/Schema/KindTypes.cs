using System.Collections.Frozen;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Vocabulary;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The object type of each kind and the interfaces over them, as yet without fields.</summary>
internal sealed class KindTypes
{
    // Asked for every object whose field has an interface for its type.
    private readonly FrozenDictionary<string, ObjectGraphType> kinds;
    private readonly Dictionary<string, InterfaceGraphType> interfaces = new(StringComparer.Ordinal);
    private readonly VocabularyDefinition vocabulary;

    public KindTypes(TypeRegistry registry, VocabularyDefinition vocabulary)
    {
        this.vocabulary = vocabulary;
        Node = registry.Add(new InterfaceGraphType { Name = "Node", Description = "What has an id of its own: entities, documents and claims." });
        Entity = Interface(registry, KindDefinition.Entity, "Who or what claims speak of (实体): every kind but documents.");
        foreach (var id in vocabulary.EntityKinds.Select(k => k.Interface).OfType<string>().Distinct())
        {
            var members = vocabulary.KindsOf(id);
            Interface(registry, id, $"One of {string.Join(", ", members.Select(k => k.TypeName))} ({string.Join("、", members.Select(k => k.Label.Zh))}).");
        }

        kinds = vocabulary.Kinds.ToFrozenDictionary(
            kind => kind.Id,
            kind => registry.Add(new ObjectGraphType { Name = kind.TypeName, Description = LeafTypes.Words(kind.Label, kind.Description) }),
            StringComparer.Ordinal);

        Node.ResolveType = value => value is ClaimAt ? Claim : OfEntity(value);
        foreach (var type in interfaces.Values) type.ResolveType = OfEntity;
    }

    /// <summary>Everything with an id.</summary>
    public InterfaceGraphType Node { get; }

    /// <summary>Every kind but documents.</summary>
    public InterfaceGraphType Entity { get; }

    /// <summary>Claims; set once their type is there.</summary>
    public ObjectGraphType? Claim { get; set; }

    /// <summary>The interfaces over kinds, the widest first, with the kinds of each.</summary>
    public IEnumerable<(InterfaceGraphType Type, IReadOnlyList<KindDefinition> Kinds)> Interfaces =>
        interfaces.Select(i => (i.Value, vocabulary.KindsOf(i.Key)));

    /// <summary>A kind's type.</summary>
    public ObjectGraphType Of(string kind) => kinds[kind];

    /// <summary>The narrowest type that all these kinds are: the kind's own where there is one, else an interface.</summary>
    public (IGraphType Type, IReadOnlyList<KindDefinition> Kinds) Narrowest(IReadOnlyList<string> wanted)
    {
        if (wanted.Count == 1) return (Of(wanted[0]), [vocabulary.Kind(wanted[0])]);
        var (type, members) = Interfaces.Where(i => wanted.All(w => i.Kinds.Any(k => k.Id == w))).MinBy(i => i.Kinds.Count);
        return type is null ? throw new InvalidOperationException($"no interface has all of {string.Join(", ", wanted)}") : (type, members);
    }

    /// <summary>The interface of this id.</summary>
    public InterfaceGraphType Interface(string id) => interfaces[id];

    private ObjectGraphType? OfEntity(object value) => value is EntityAt at ? kinds.GetValueOrDefault(at.Entity.Kind) : null;

    private InterfaceGraphType Interface(TypeRegistry registry, string id, string description)
    {
        var name = string.Concat(id.Split('_').Select(w => w[..1] + w[1..].ToLowerInvariant()));
        var type = registry.Add(new InterfaceGraphType { Name = name, Description = description });
        interfaces.Add(id, type);
        return type;
    }
}
