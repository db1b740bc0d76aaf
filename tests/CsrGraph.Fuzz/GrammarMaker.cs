using System.Globalization;
using System.Text;
using System.Text.Json;
using CsrGraph.GraphQL;
using GraphQLParser;
using GraphQLParser.AST;

namespace CsrGraph.Fuzz;

/// <summary>
/// Makes documents that are valid in syntax from few names, so that fragments, circles and fields of one name meet one another. Most fields are ones
/// that their type has, so that many documents get as far as being answered.
/// </summary>
internal sealed class GrammarMaker : IDocumentMaker
{
    private static readonly string[] Fragments = ["A", "B", "C", "D", "E"];
    private static readonly string[] Names = ["id", "name", "nodes", "node", "edges", "__typename", "guidedBy", "type", "ofType", "fields"];
    private static readonly string[] Roots = ["__schema", "__type", "events", "organisations", "entities", "node", "asOf", "search", "pledges", "__typename"];

    private readonly Random random;
    private readonly Dictionary<string, Dictionary<string, GraphQLFieldDefinition>> types;
    private readonly string[] typeNames;
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, string> fragmentTypes = [];
    private readonly HashSet<string> spread = [];
    private string? within;
    private int left;

    public GrammarMaker(string schema, int seed)
    {
        random = new Random(seed);
        types = Parser.Parse(schema + Introspection).Definitions.OfType<GraphQLTypeDefinition>().ToDictionary(
            t => t.Name.StringValue,
            t => (FieldsOf(t) ?? []).ToDictionary(f => f.Name.StringValue));
        typeNames = ["Query", "Node", "Entity", "Event", "Organisation", "Claim", "EventsConnection", "__Type", "__Schema", "__Field", "Person", "Pledge", "Query", "Event"];
    }

    private const string Introspection = """
        type __Schema { types: [__Type!]! queryType: __Type! directives: [__Directive!]! }
        type __Type { name: String kind: String fields: [__Field!] interfaces: [__Type!] possibleTypes: [__Type!] enumValues: [__EnumValue!] inputFields: [__InputValue!] ofType: __Type }
        type __Field { name: String args: [__InputValue!]! type: __Type! }
        type __InputValue { name: String type: __Type! }
        type __EnumValue { name: String }
        type __Directive { name: String args: [__InputValue!]! }
        """;

    public ApiRequest Next()
    {
        text.Clear();
        left = random.Next(100) == 0 ? 1_500 : random.Next(3, 120);
        var operations = One(10) ? random.Next(0, 3) : 1;
        (within, _) = (null, spread.RemoveWhere(_ => true));
        foreach (var fragment in Fragments) fragmentTypes[fragment] = Pick(typeNames);
        for (var i = 0; i < operations; i++) Operation(i);
        foreach (var fragment in Fragments)
        {
            // Most are defined because they are spread; a few though they are not.
            if (spread.Contains(fragment) ? !One(50) : One(50)) Fragment(fragment);
        }

        return new ApiRequest(text.ToString(), One(10) ? "Q0" : null, One(2) ? null : JsonSerializer.SerializeToElement(VariableValues()));
    }

    private static List<GraphQLFieldDefinition>? FieldsOf(GraphQLTypeDefinition type) => type switch
    {
        GraphQLObjectTypeDefinition { Fields: { } fields } => fields.Items,
        GraphQLInterfaceTypeDefinition { Fields: { } fields } => fields.Items,
        _ => null,
    };

    private bool One(int of) => random.Next(of) == 0;

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private Dictionary<string, object?> VariableValues() => new()
    {
        ["a"] = One(3) ? null : One(2) ? random.Next(-5, 500) : "腾讯",
        ["b"] = One(3),
        ["c"] = One(2) ? new Dictionary<string, object?> { ["name"] = new Dictionary<string, object?> { ["eq"] = "x" } } : new object[] { 1, "x" },
    };

    private void Operation(int number)
    {
        if (!One(3)) text.Append(CultureInfo.InvariantCulture, $"{Pick(["query", "query", "query", "query", "query", "query", "query", "query", "query", "query", "query", "query", "query", "query", "mutation", "subscription"])} Q{(One(10) ? 0 : number)} ");
        else if (One(2)) text.Append("query ");
        else if (number > 0) text.Append("query X ");
        if (text.Length > 0 && !One(2) && text[^1] == ' ')
        {
            text.Append(CultureInfo.InvariantCulture, $"($a: {Pick(["Int", "ID!", "[ID!]!", "[[[Int]]]", "Nobody"])} {(One(4) ? "= 1 " : "")}$b: Boolean! = true $c: EventFilter) ");
        }

        Directives();
        Selection("Query", 0);
    }

    private void Fragment(string name)
    {
        within = name;
        var type = fragmentTypes[name];
        text.Append(CultureInfo.InvariantCulture, $"fragment {name} on {type} ");
        Directives();
        Selection(type, 0);
    }

    private void Selection(string type, int depth)
    {
        text.Append("{ ");
        var count = random.Next(1, 5);
        for (var i = 0; i < count || left <= 0; i++)
        {
            left--;
            if (left <= 0)
            {
                text.Append("__typename ");
                break;
            }

            if (One(5) && Spreadable(type) is { } fragment) Spread(fragment);
            else if (One(6)) Inline(type, depth);
            else Field(type, depth);
        }

        text.Append("} ");
    }

    // Mostly one of this type that comes later, which makes no circle.
    private string? Spreadable(string type)
    {
        if (One(12)) return Pick(Fragments);
        var fitting = Fragments.Where(f => fragmentTypes[f] == type && (within is null || string.CompareOrdinal(f, within) > 0)).ToArray();
        return fitting.Length == 0 ? null : Pick(fitting);
    }

    private void Spread(string fragment)
    {
        spread.Add(fragment);
        text.Append(CultureInfo.InvariantCulture, $"...{fragment} ");
        Directives();
    }

    private void Inline(string type, int depth)
    {
        text.Append("... ");
        if (!One(3)) text.Append(CultureInfo.InvariantCulture, $"on {(type = One(6) ? Pick(typeNames) : type)} ");
        Directives();
        if (depth < 60) Selection(type, depth + 1);
        else text.Append("{ __typename } ");
    }

    private void Field(string type, int depth)
    {
        var fields = types.GetValueOrDefault(type);
        var wanted = type == "Query" && One(2) ? Pick(Roots) : Pick(Names);
        var name = One(300) ? wanted : fields is null or { Count: 0 } || fields.ContainsKey(wanted) || wanted == "__typename" || (type == "Query" && wanted.StartsWith("__", StringComparison.Ordinal)) ? wanted : Pick([.. fields.Keys]);
        if (One(20)) text.Append(CultureInfo.InvariantCulture, $"{Pick(["a", "b", "name", "nodes"])}: ");
        text.Append(name).Append(' ');
        var definition = fields?.GetValueOrDefault(name);
        Arguments(name, definition);
        Directives();
        var of = name == "__schema" ? "__Schema" : name == "__type" ? "__Type" : definition is null ? null : Named(definition.Type);
        var hasFields = of is not null && types.TryGetValue(of, out var below) && below.Count > 0;
        if (depth < 60 && (hasFields ? !One(200) : One(200))) Selection(of ?? "Nobody", depth + 1);
    }

    private void Arguments(string name, GraphQLFieldDefinition? definition)
    {
        if (name == "__type")
        {
            text.Append("(name: \"Event\") ");
            return;
        }

        var given = (definition?.Arguments?.Items ?? []).Where(a => (a.Type is GraphQLNonNullType && a.DefaultValue is null) || One(10)).ToList();
        if (given.Count == 0 && !One(200)) return;
        text.Append('(');
        foreach (var argument in given)
        {
            text.Append(argument.Name.StringValue).Append(": ");
            if (One(12)) Value(0);
            else text.Append(Usual(argument.Name.StringValue, Named(argument.Type)));
            text.Append(' ');
        }

        if (given.Count == 0) text.Append("nobody: 1");
        text.Append(") ");
    }

    private string Usual(string name, string type) => (name, type) switch
    {
        ("ids", _) => "[\"event:forum-2018\", \"org:tencent\", \"org:nobody\"]",
        (_, "ID") => Pick(["\"event:forum-2018\"", "\"org:tencent\"", "\"event:forum-2018\"", "\"org:tencent\"", "\"org:nobody\"", "$a"]),
        (_, "Int") => Pick(["0", "1", "3", "3", "3", "100", "-1", "101", "$a"]),
        (_, "Boolean") => "true",
        ("after" or "before", _) => "\"x\"",
        (_, "String") => "\"互联网\"",
        ("filter", _) => Pick(["{}", "{ not: {} }", "{ name: { contains: \"网\" } }", "{ or: [{}, { and: [] }] }", "$c"]),
        _ => Pick(["EN", "SIGNED", "{}", "\"2018-08-26\"", "[]"]),
    };

    private void Value(int depth)
    {
        switch (random.Next(depth > 70 ? 7 : 9))
        {
            case 0:
                text.Append(random.Next(-1, 200));
                break;
            case 1:
                text.Append("99999999999999999999");
                break;
            case 2:
                text.Append("1e999");
                break;
            case 3:
                text.Append("\"\\u0000\\ud83d\\ude00\"");
                break;
            case 4:
                text.Append("\"\"\" \\\"\"\" \n \"\"\"");
                break;
            case 5:
                text.Append(Pick(["$a", "$b", "$c", "$nobody"]));
                break;
            case 6:
                text.Append(Pick(["null", "true", "NOBODY"]));
                break;
            case 7:
                text.Append('[');
                for (var i = random.Next(3); i >= 0; i--) Value(depth + 1);
                text.Append("] ");
                break;
            default:
                text.Append("{ ");
                for (var i = random.Next(3); i >= 0; i--)
                {
                    text.Append(Pick(["name", "not", "and", "or", "eq", "some"])).Append(": ");
                    Value(depth + 1);
                }

                text.Append("} ");
                break;
        }

        text.Append(' ');
    }

    private void Directives()
    {
        if (!One(20)) return;
        for (var i = One(20) ? random.Next(20) : 0; i >= 0; i--)
        {
            text.Append(Pick(["@skip(if: true) ", "@include(if: true) ", "@include(if: true) ", "@include(if: true) ", "@skip(if: $b) ", "@include(if: $b) ", "@nobody ", "@include "]));
        }
    }

    private static string Named(GraphQLType type) => type switch
    {
        GraphQLNonNullType inner => Named(inner.Type),
        GraphQLListType inner => Named(inner.Type),
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };
}
