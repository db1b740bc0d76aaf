using System.Diagnostics.CodeAnalysis;
using CsrGraph.Vocabulary.Reading;

namespace CsrGraph.Vocabulary;

/// <summary>
/// All that the graph can say: kinds, relation types, qualifiers and closed lists of terms. It is data; nothing in the code lists kinds or types.
/// </summary>
public sealed class VocabularyDefinition
{
    private readonly Dictionary<string, KindDefinition> kinds;
    private readonly Dictionary<string, KindDefinition> kindsByPrefix;
    private readonly Dictionary<string, RelationType> relationTypes;
    private readonly Dictionary<string, TermList> termLists;
    private readonly Dictionary<string, IReadOnlyList<RelationField>> fields;
    private readonly Dictionary<string, IReadOnlyList<QualifierDefinition>> qualifiers;
    private readonly KindDefinition? document;

    internal VocabularyDefinition(VocabularyParts parts)
    {
        Kinds = parts.Kinds;
        RelationTypes = parts.RelationTypes;
        RelationQualifiers = parts.RelationQualifiers;
        TermLists = parts.TermLists;
        EntityKinds = [.. Kinds.Where(kind => kind.Id != KindDefinition.Document)];
        kinds = Kinds.ToDictionary(kind => kind.Id, StringComparer.Ordinal);
        kindsByPrefix = Kinds.Where(kind => kind.Prefix is not null).ToDictionary(kind => kind.Prefix!, StringComparer.Ordinal);
        relationTypes = RelationTypes.ToDictionary(type => type.Id, StringComparer.Ordinal);
        termLists = TermLists.ToDictionary(list => list.Id, StringComparer.Ordinal);
        fields = Kinds.ToDictionary(kind => kind.Id, kind => RelationField.Of(kind.Id, RelationTypes), StringComparer.Ordinal);
        qualifiers = RelationTypes.ToDictionary(
            type => type.Id, type => (IReadOnlyList<QualifierDefinition>)[.. RelationQualifiers, .. type.Qualifiers], StringComparer.Ordinal);
        document = kinds.GetValueOrDefault(KindDefinition.Document);
    }

    /// <summary>Every kind, in the order of their files, documents last.</summary>
    public IReadOnlyList<KindDefinition> Kinds { get; }

    /// <summary>Every kind but documents: what relations stand between.</summary>
    public IReadOnlyList<KindDefinition> EntityKinds { get; }

    /// <summary>Every relation type, in the order of their files.</summary>
    public IReadOnlyList<RelationType> RelationTypes { get; }

    /// <summary>The qualifiers that every relation has.</summary>
    public IReadOnlyList<QualifierDefinition> RelationQualifiers { get; }

    /// <summary>Every closed list of terms.</summary>
    public IReadOnlyList<TermList> TermLists { get; }

    /// <summary>Reads the vocabulary that is built in.</summary>
    /// <exception cref="VocabularyException">The files are wrong.</exception>
    public static VocabularyDefinition Load() => Read(EmbeddedFiles());

    /// <summary>Reads a vocabulary from the texts of its files.</summary>
    /// <exception cref="VocabularyException">The files are wrong; it lists every problem found.</exception>
    public static VocabularyDefinition Read(IEnumerable<VocabularyFile> files) => new(VocabularyReader.Read(files));

    /// <summary>The files of the vocabulary that is built in, in their order.</summary>
    public static IReadOnlyList<VocabularyFile> EmbeddedFiles() => VocabularyResources.Files();

    /// <summary>The kind of this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public KindDefinition Kind(string id) => Find(kinds, id, "kind");

    /// <summary>Looks for the kind of this id.</summary>
    public bool TryKind(string id, [NotNullWhen(true)] out KindDefinition? kind) => kinds.TryGetValue(id, out kind);

    /// <summary>The kind that an entity's id names by what stands before its first colon; an id without a colon is a document's.</summary>
    /// <returns>Null where no kind has that prefix.</returns>
    public KindDefinition? KindOfId(string entityId)
    {
        ArgumentNullException.ThrowIfNull(entityId);
        var colon = entityId.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? document : kindsByPrefix.GetValueOrDefault(entityId[..colon]);
    }

    /// <summary>The kinds of an interface: <c>AGENT</c>, <c>INITIATIVE</c> or <c>ENTITY</c>; none for another word.</summary>
    public IReadOnlyList<KindDefinition> KindsOf(string interfaceId) =>
        interfaceId == KindDefinition.Entity ? EntityKinds : [.. Kinds.Where(kind => kind.Interface == interfaceId)];

    /// <summary>The relation type of this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public RelationType RelationType(string id) => Find(relationTypes, id, "relation type");

    /// <summary>Looks for the relation type of this id.</summary>
    public bool TryRelationType(string id, [NotNullWhen(true)] out RelationType? type) => relationTypes.TryGetValue(id, out type);

    /// <summary>The closed list of this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public TermList TermList(string id) => Find(termLists, id, "list of terms");

    /// <summary>Looks for the closed list of this id.</summary>
    public bool TryTermList(string id, [NotNullWhen(true)] out TermList? list) => termLists.TryGetValue(id, out list);

    /// <summary>The fields that relations give to a kind, those of subjects and those of objects; a symmetric type gives one, outgoing.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public IReadOnlyList<RelationField> FieldsOf(string kindId) => Find(fields, kindId, "kind");

    /// <summary>A type's qualifiers: those that every relation has, then its own.</summary>
    public IReadOnlyList<QualifierDefinition> QualifiersOf(RelationType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Find(qualifiers, type.Id, "relation type");
    }

    private static T Find<T>(Dictionary<string, T> known, string id, string what) =>
        known.TryGetValue(id, out var found) ? found : throw new KeyNotFoundException($"The vocabulary has no {what} \"{id}\".");
}
