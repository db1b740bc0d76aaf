using System.Text.Json.Nodes;
using CsrGraph.Model;
using CsrGraph.Seeding.Reading;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Schema;

/// <summary>The schema of a claims.yaml: one shape for each type of claim, chosen by the key that names the type.</summary>
internal sealed class ClaimSchema(VocabularyDefinition vocabulary, bool isLine)
{
    private readonly List<(string Head, JsonObject Shape)> shapes = [];

    public static JsonObject Of(VocabularyDefinition vocabulary) => new ClaimSchema(vocabulary, isLine: false).Build();

    /// <summary>The schema of a line of claims.ndjson, which names its document.</summary>
    public static JsonObject OfLine(VocabularyDefinition vocabulary) => Shape.Item(new ClaimSchema(vocabulary, isLine: true).Build());

    private JsonObject Build()
    {
        foreach (var type in vocabulary.RelationTypes) shapes.Add((type.Id, Relation(type)));
        AddOthers();
        var choice = new JsonArray();
        foreach (var (head, _) in shapes)
        {
            choice.Add(new JsonObject { ["if"] = new JsonObject { ["required"] = new JsonArray(head) }, ["then"] = Shape.Reference(head) });
        }

        var definitions = Shape.Definitions(vocabulary);
        definitions["evidence"] = Shape.List(Shape.Reference("piece"), 1);
        foreach (var qualifier in vocabulary.RelationQualifiers) definitions[qualifier.Name] = Described(Value(qualifier), qualifier.Description);
        foreach (var (head, shape) in shapes) definitions[head] = shape;
        var item = new JsonObject
        {
            ["type"] = "object",
            ["anyOf"] = new JsonArray([.. shapes.Select(s => new JsonObject { ["required"] = new JsonArray(s.Head) })]),
            ["allOf"] = choice,
        };
        return new JsonObject { ["type"] = "array", ["items"] = item, ["$defs"] = definitions };
    }

    private JsonObject Relation(RelationType type)
    {
        var common = vocabulary.RelationQualifiers.Select(q => (q.Name, (JsonNode)Shape.Reference(q.Name)));
        var own = type.Qualifiers.Select(q => (q.Name, (JsonNode)Described(Value(q), q.Description)));
        var required = type.Qualifiers.Where(q => q.IsRequired).Select(q => q.Name);
        return Claim(
            type.Id, type.Description, Shape.Pair(Id(type.SubjectKinds), Id(type.ObjectKinds)), required, [.. common, .. own, ("when", Shape.Reference("date")), ("roster", Shape.Words())]);
    }

    private JsonObject Value(QualifierDefinition qualifier) => qualifier.Type switch
    {
        QualifierType.Boolean => Shape.Boolean(),
        QualifierType.Integer => new JsonObject { ["type"] = "integer" },
        QualifierType.Date => Shape.Reference("date"),
        QualifierType.Entity => Id(qualifier.Kinds),
        QualifierType.Term => Shape.Terms(vocabulary, qualifier.Terms!),
        _ => Shape.Words(RelationReader.MaxText),
    };

    private void AddOthers()
    {
        var roles = vocabulary.RelationTypes.Where(t => t.IsRole).ToList();
        var stated = Shape.Mapping(null, ["min"], ("min", Shape.Number(0)), ("max", Shape.Number(0)), ("kind", Shape.Terms(vocabulary, "COUNT_KIND")));
        Add(
            "ROSTER",
            "Who took part in one role, how many, and whether all are named.",
            Shape.Pair(Id(roles.SelectMany(t => t.ObjectKinds).Distinct()), Shape.OneOf(roles.Select(t => t.Id))),
            ["raw", "closure"],
            ("key", Shape.Words()), ("raw", Shape.Words(Roster.MaxRaw)), ("stated", stated), ("unit", Shape.Words()), ("closure", Shape.Terms(vocabulary, "CLOSURE")),
            ("description", Own()), ("exceeds", Own()));
        Add(
            "FIGURE", "A number as printed.", Any(), ["measure", "printed"],
            ("measure", Shape.Words(Evidence.MaxQuote)), ("printed", Shape.Words(Evidence.MaxQuote)), ("asOf", Shape.Reference("date")), ("about", Any()));
        Add(
            "ATTRIBUTE", "A property: a theme, a purpose, a date.", Any(), ["attribute"],
            [("attribute", Shape.Terms(vocabulary, "ATTRIBUTE")), ("when", Shape.Reference("date")), .. Text()]);
        Add(
            "ACTIVITY", "What the entity does, did or plans.", Any(), ["text", "status"],
            [("status", Shape.Terms(vocabulary, "ACTIVITY_STATUS")), ("when", Shape.Reference("date")), .. Text()]);
        Add("FINDING", "What a report finds or a pledge commits to.", Id(StatementReader.FindingKinds), ["text"], Text());
        Add(
            "QUOTATION", "What somebody said.", Agent(), ["text"],
            [("at", OfInterface(KindDefinition.Initiative)), ("onBehalfOf", Agent()), ("about", Any()), ("verb", Shape.Words(Evidence.MaxQuote)), .. Text()]);
        Add("CREDIT", "Who made the document.", Shape.Terms(vocabulary, "CREDIT_ROLE"), [], ("agent", Agent()), ("printed", Shape.Words(Evidence.MaxQuote)));
    }

    private void Add(string head, string description, JsonNode value, IEnumerable<string> required, params (string Key, JsonNode Value)[] properties) =>
        shapes.Add((head, Claim(head, description, value, required, [.. properties, ("certainty", Shape.Reference("certainty"))])));

    private JsonObject Claim(string head, string description, JsonNode value, IEnumerable<string> required, params (string Key, JsonNode Value)[] properties)
    {
        (string, JsonNode)[] all = [(head, value), .. properties, .. Shape.Evidence(), ("evidence", Shape.Reference("evidence"))];
        return isLine
            ? Shape.Mapping(description, ["document", head, .. required], [("document", Shape.Document()), .. all])
            : Shape.Mapping(description, [head, .. required], all);
    }

    private static (string Key, JsonNode Value)[] Text() => [("text", Own()), ("paraphrase", Shape.Boolean()), ("number", Shape.Number(1))];

    private static JsonObject Own() => Shape.Words(SeedContext.MaxOwnWords);

    private JsonObject Any() => Id(vocabulary.EntityKinds.Select(k => k.Id));

    private JsonObject Agent() => OfInterface(KindDefinition.Agent);

    private JsonObject OfInterface(string id) => Id(vocabulary.KindsOf(id).Select(k => k.Id));

    private JsonObject Id(IEnumerable<string> kinds) => Shape.Id(vocabulary, kinds);

    private static JsonObject Described(JsonObject shape, string description)
    {
        shape["description"] = description;
        return shape;
    }
}
