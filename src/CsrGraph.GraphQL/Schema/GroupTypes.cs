using CsrGraph.GraphQL.Resolving;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>One thing that a root's rows can be grouped by.</summary>
/// <param name="Name">Its name in the enum.</param>
/// <param name="Field">The field of a group's key.</param>
/// <param name="Key">What the store is asked for.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Description">What it is.</param>
/// <param name="Read">Makes the field's value of the store's.</param>
internal sealed record GroupOption(string Name, string Field, GroupKey Key, IGraphType Type, string Description, Func<string, Scope, object?> Read);

/// <summary>A group with what is asked below it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Request">The grouping.</param>
/// <param name="Question">A text that is equal where two groupings are.</param>
/// <param name="Scope">The state.</param>
internal sealed record GroupAt(Group Group, CountRequest.Grouped Request, string Question, Scope Scope);

/// <summary>What things can be grouped by, and the types of groups.</summary>
internal sealed class GroupTypes(TypeRegistry registry, LeafTypes leaves, KindTypes kinds, VocabularyDefinition vocabulary)
{
    private const string PlaceKind = "PLACE";

    /// <summary>What entities or documents of some kinds can be grouped by.</summary>
    public IReadOnlyList<GroupOption> OfEntities(IReadOnlyList<KindDefinition> over)
    {
        if (over.Any(k => k.Id == KindDefinition.Document)) return [Publisher("Who published it."), .. Days("the day of publication")];
        var options = new List<GroupOption>();
        if (over.Count > 1) options.Add(Text("KIND", "kind", GroupBy.Kind, leaves.EntityKind, "Its kind."));
        if (over.Any(FilterTypes.HasCategory)) options.Add(Category("What sort of body it is."));
        if (over.Any(k => k.Interface == KindDefinition.Initiative)) options.AddRange(Days("its date"));
        options.Add(RelationType("The relation types that it stands in, from either end."));
        options.Add(Publisher("Who published the documents that speak of it."));
        foreach (var type in vocabulary.RelationTypes.Where(t => t.ObjectKinds.All(k => k == PlaceKind)))
        {
            if (!over.Any(k => type.SubjectKinds.Contains(k.Id)) || options.Any(o => o.Name == PlaceKind)) continue;
            options.Add(new GroupOption(
                PlaceKind, "place", new GroupKey(GroupBy.Far, new RelationKey(type.Id, RelationEnd.Subject)), kinds.Of(PlaceKind),
                $"Where, by '{type.Field}' ({type.Label.Zh}).", (id, scope) => scope.Entity(id)));
        }

        return options;
    }

    /// <summary>What claims can be grouped by.</summary>
    public IReadOnlyList<GroupOption> OfClaims() =>
    [
        new GroupOption("KIND", "kind", new GroupKey(GroupBy.Kind), leaves.Term("CLAIM_KIND"), "What sort of claim it is.", (kind, _) => LeafTypes.Capitals(kind)),
        Category("What sort of body its subject is."),
        .. Days("the first day on which it may hold"),
        RelationType("Its relation type; null of what is no relation."),
        Publisher("Who published the documents that bear it."),
    ];

    /// <summary>The enum of the options.</summary>
    public EnumerationGraphType By(string root, IReadOnlyList<GroupOption> options)
    {
        var by = leaves.Enum($"{root}GroupKey", $"What '{root}' can be grouped by.");
        foreach (var option in options) by.Add(option.Name, option, option.Description);
        return by;
    }

    /// <summary>The type of a group.</summary>
    /// <param name="root">The root field in Pascal case.</param>
    /// <param name="options">What it can be grouped by.</param>
    /// <param name="members">The field that asks for what is in it.</param>
    public ObjectGraphType Group(string root, IReadOnlyList<GroupOption> options, FieldSpec members)
    {
        var key = registry.Object($"{root}GroupValues", "What a group has in common; null for what was not grouped by, and for what has no such value.", type =>
        {
            foreach (var option in options)
            {
                FieldSpec.Of<GroupAt>(option.Field, option.Type, option.Description, g => Value(g, option)).AddTo(type);
            }
        });
        return registry.Object($"{root}Group", "What has the same values, and how many there are.", type =>
        {
            FieldSpec.Of<GroupAt>("key", key.Required(), "What it has in common.", g => g).AddTo(type);
            FieldSpec.Of<GroupAt>("count", leaves.Int.Required(), "How many there are in it.", g => g.Group.Number).AddTo(type);
            members.AddTo(type);
        });
    }

    private static object? Value(GroupAt group, GroupOption option)
    {
        for (var i = 0; i < group.Request.By.Count; i++)
        {
            if (group.Request.By[i] == option.Key) return group.Group.Key[i] is { } value ? option.Read(value, group.Scope) : null;
        }

        return null;
    }

    private static GroupOption Text(string name, string field, GroupBy by, IGraphType type, string description) =>
        new(name, field, new GroupKey(by), type, description, (value, _) => value);

    private GroupOption Category(string description) => Text("CATEGORY", "category", GroupBy.Category, leaves.Term(FilterTypes.CategoryList), $"{description} (机构类别)");

    private GroupOption RelationType(string description) => Text("RELATION_TYPE", "relationType", GroupBy.RelationType, leaves.RelationType, description);

    private GroupOption Publisher(string description) => new(
        "PUBLISHER", "publisher", new GroupKey(GroupBy.Publisher), kinds.Interface(KindDefinition.Agent), description, (id, scope) => scope.Entity(id));

    private IEnumerable<GroupOption> Days(string of) =>
    [
        new GroupOption(
            "YEAR", "year", new GroupKey(GroupBy.Year), leaves.Int, $"The year of {of}; null where that is not known to lie in one year.",
            (year, _) => int.Parse(year, System.Globalization.CultureInfo.InvariantCulture)),
        Text("MONTH", "month", GroupBy.Month, leaves.Text, $"The month of {of} (2018-11); null where that is not known to lie in one month."),
    ];
}
