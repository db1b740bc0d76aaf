using CsrGraph.Yaml;

namespace CsrGraph.Vocabulary.Reading;

/// <summary>Reads relation types, and sees to it that no kind gets one field twice.</summary>
internal sealed class RelationTypeReader(KindReader kinds, QualifierReader qualifiers)
{
    private readonly List<RelationType> types = [];
    private readonly UniqueNames ids = new("relation type");
    private readonly Dictionary<string, UniqueNames> fieldsOfKinds = new(StringComparer.Ordinal);

    /// <summary>The relation types read so far.</summary>
    public IReadOnlyList<RelationType> Types => types;

    /// <summary>Reads one relation type; without an <c>inverseField</c> it is symmetric.</summary>
    public void Read(YamlMapping item)
    {
        var id = item.Required("id");
        var field = item.Required("field");
        var inverse = item.Optional("inverseField");
        var name = NameShape.Camel.Read(field);
        var label = Labels.Read(item, "label");
        var type = new RelationType(
            NameShape.Capitals.Read(id),
            kinds.Expand(item.Required("subjects")),
            kinds.Expand(item.Required("objects")),
            name,
            inverse is null ? name : NameShape.Camel.Read(inverse),
            item.Flag("state"),
            item.Flag("roster"),
            label,
            inverse is null ? label : Labels.Read(item, "inverseLabel"),
            Labels.Sentence(item, "sentence"),
            Labels.Description(item),
            qualifiers.ReadOwn(item.Optional("qualifiers")));
        item.RefuseOtherKeys();
        ids.Add(type.Id, id ?? item);
        if (inverse is null)
        {
            CheckSymmetric(type, field ?? item);
        }
        else if (inverse is YamlScalar { Value: var value } && value == name)
        {
            inverse.Refuse("the inverse field has the field's own name", "leave it out where the type is symmetric, or choose another");
        }

        AddFields(type.SubjectKinds, type.Field, field ?? item);
        if (!type.IsSymmetric)
        {
            AddFields(type.ObjectKinds, type.InverseField, inverse ?? item);
        }

        types.Add(type);
    }

    private static void CheckSymmetric(RelationType type, YamlNode at)
    {
        if (!type.SubjectKinds.ToHashSet(StringComparer.Ordinal).SetEquals(type.ObjectKinds))
        {
            at.Refuse("without an inverse field the type is symmetric, but its subjects and objects differ", "add \"inverseField\" or make them equal");
        }
    }

    private void AddFields(IEnumerable<string> kindIds, string field, YamlNode at)
    {
        foreach (var kind in kindIds)
        {
            if (!fieldsOfKinds.TryGetValue(kind, out var names))
            {
                fieldsOfKinds.Add(kind, names = new UniqueNames($"field of {kind}"));
            }

            names.Add(field, at);
        }
    }
}
