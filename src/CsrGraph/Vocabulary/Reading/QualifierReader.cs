using CsrGraph.Yaml;

namespace CsrGraph.Vocabulary.Reading;

/// <summary>Reads qualifiers, those of every relation and those of one type.</summary>
internal sealed class QualifierReader(KindReader kinds, TermListReader terms)
{
    private readonly List<(QualifierDefinition Qualifier, YamlNode At)> common = [];

    /// <summary>The qualifiers that every relation has.</summary>
    public IReadOnlyList<QualifierDefinition> Common => [.. common.Select(entry => entry.Qualifier)];

    /// <summary>Reads a qualifier that every relation has.</summary>
    public void ReadCommon(YamlMapping item) => common.Add(Qualifier(item));

    /// <summary>Refuses a common qualifier that stands twice; to be called once all are read.</summary>
    public void CheckCommon() => Register(common);

    /// <summary>Reads the qualifiers of one type, whose names must differ from the common ones too.</summary>
    public IReadOnlyList<QualifierDefinition> ReadOwn(YamlNode? list)
    {
        var own = (list?.Items() ?? []).Select(item => item.Mapping()).OfType<YamlMapping>().Select(Qualifier).ToList();
        if (own.Count > 0)
        {
            Register([.. common.DistinctBy(entry => entry.Qualifier.Name), .. own]);
        }

        return [.. own.Select(entry => entry.Qualifier)];
    }

    private static void Register(IEnumerable<(QualifierDefinition Qualifier, YamlNode At)> qualifiers)
    {
        var names = new UniqueNames("qualifier");
        foreach (var (qualifier, at) in qualifiers)
        {
            names.Add(qualifier.Name, at);
        }
    }

    private static QualifierType Type(YamlNode? node)
    {
        switch (node?.Text())
        {
            case null or "text":
                return QualifierType.Text;
            case "boolean":
                return QualifierType.Boolean;
            case "integer":
                return QualifierType.Integer;
            case "date":
                return QualifierType.Date;
            case "entity":
                return QualifierType.Entity;
            case "term":
                return QualifierType.Term;
            case var other:
                node!.Refuse($"the qualifier type \"{other}\" is unknown", "use text, boolean, integer, date, entity or term");
                return QualifierType.Text;
        }
    }

    private (QualifierDefinition Qualifier, YamlNode At) Qualifier(YamlMapping item)
    {
        var name = item.Required("name");
        var type = Type(item.Required("type"));
        var qualifier = new QualifierDefinition(
            NameShape.Camel.Read(name),
            type,
            type == QualifierType.Term ? TermsOf(item.Required("terms")) : null,
            type == QualifierType.Entity ? kinds.Expand(item.Required("kinds")) : [],
            item.Flag("required"),
            Labels.Read(item, "label"),
            Labels.Description(item));
        item.RefuseOtherKeys();
        return (qualifier, name ?? item);
    }

    private string? TermsOf(YamlNode? node)
    {
        var id = node?.Text();
        if (id is not null && terms.Lists.All(list => list.Id != id))
        {
            node!.Refuse($"the list of terms \"{id}\" is unknown", $"use one of {string.Join(", ", terms.Lists.Select(list => list.Id))}");
        }

        return id;
    }
}
