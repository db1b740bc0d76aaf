using CsrGraph.Query;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The types without fields: scalars, and enums of the vocabulary's closed lists and of a few fixed ones.</summary>
internal sealed class LeafTypes
{
    private readonly TypeRegistry registry;
    private readonly Dictionary<string, EnumerationGraphType> terms = new(StringComparer.Ordinal);

    public LeafTypes(TypeRegistry registry, VocabularyDefinition vocabulary)
    {
        this.registry = registry;
        Text = registry.Add(new StringGraphType { Description = "Text." });
        Id = registry.Add(new IdGraphType { Description = "An id, as text." });
        Int = registry.Add(new IntGraphType { Description = "A whole number of 32 bits." });
        Float = registry.Add(new FloatGraphType { Description = "A number of 64 bits." });
        Boolean = registry.Add(new BooleanGraphType { Description = "True or false." });
        Date = registry.Add(new DateScalar());
        Moment = registry.Add(new MomentScalar());
        KnownAt = registry.Add(new KnownAtScalar());
        foreach (var list in vocabulary.TermLists) terms.Add(list.Id, Terms(list));
        EntityKind = Enum("EntityKind", "A kind of entity (种类).");
        foreach (var kind in vocabulary.EntityKinds) EntityKind.Add(kind.Id, kind.Id, Words(kind.Label, kind.Description));
        Role = Enum("Role", "In what way somebody takes part in an initiative (参与方式): the relation types that a roster may count.");
        foreach (var type in vocabulary.RelationTypes.Where(t => t.IsRole)) Role.Add(type.Id, type.Id, Words(type.Label, type.Description));
        RelationType = Enum("RelationType", "A type of relation between two entities (关系类型).");
        foreach (var type in vocabulary.RelationTypes) RelationType.Add(type.Id, type.Id, Words(type.Label, type.Description));
        Direction = Enum("SortDirection", "Which comes first (排序方向). What has no value comes last in both directions.");
        Direction.Add("ASC", false, "The least first.");
        Direction.Add("DESC", true, "The greatest first.");
        Language = Enum("Language", "The language of a name or sentence (语言).");
        Language.Add("EN", Tongue.En, "English (英文).");
        Language.Add("ZH", Tongue.Zh, "Chinese (中文).");
        SearchReason = Enum("SearchReason", "Why a name matched, the best first (匹配方式).");
        foreach (var (reason, words) in Reasons) SearchReason.Add(Capitals(reason.ToString()), reason, words);
    }

    public StringGraphType Text { get; }

    public IdGraphType Id { get; }

    public IntGraphType Int { get; }

    public FloatGraphType Float { get; }

    public BooleanGraphType Boolean { get; }

    public DateScalar Date { get; }

    public MomentScalar Moment { get; }

    public KnownAtScalar KnownAt { get; }

    public EnumerationGraphType EntityKind { get; }

    public EnumerationGraphType Role { get; }

    public EnumerationGraphType RelationType { get; }

    public EnumerationGraphType Direction { get; }

    public EnumerationGraphType Language { get; }

    public EnumerationGraphType SearchReason { get; }

    private static IEnumerable<(SearchReason Reason, string Words)> Reasons =>
    [
        (Store.SearchReason.Exact, "A full name reads just so."),
        (Store.SearchReason.ShortName, "A short name reads just so."),
        (Store.SearchReason.Prefix, "A name begins so."),
        (Store.SearchReason.Substring, "A name holds it."),
        (Store.SearchReason.Pinyin, "A name's pinyin is it or begins so."),
        (Store.SearchReason.Initials, "The initials of a name's pinyin are it or begin so."),
    ];

    /// <summary>The enum of a closed list; plain text where the vocabulary has no such list.</summary>
    public ScalarGraphType Term(string list) => terms.TryGetValue(list, out var type) ? type : Text;

    /// <summary>A term as the vocabulary writes it: of <c>AtLeast</c>, <c>AT_LEAST</c>.</summary>
    public static string Capitals(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));

    /// <summary>An English sentence with the Chinese term, where the sentence does not hold it already.</summary>
    public static string Words(Label label, string description)
    {
        if (description.Length == 0) return $"{label.En} ({label.Zh})";
        return description.Contains(label.Zh, StringComparison.Ordinal) ? description : $"{label.Zh}: {description}";
    }

    public EnumerationGraphType Enum(string name, string description) =>
        registry.Add(new EnumerationGraphType { Name = name, Description = description });

    private EnumerationGraphType Terms(TermList list)
    {
        var type = Enum(list.TypeName, list.Description);
        foreach (var term in list.Terms) type.Add(term.Id, term.Id, Words(term.Label, term.Description));
        return type;
    }
}
