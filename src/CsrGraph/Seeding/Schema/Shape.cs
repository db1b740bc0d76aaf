using System.Text.Json.Nodes;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Schema;

/// <summary>The pieces that schemas are made of.</summary>
internal static class Shape
{
    private static readonly string[] PieceKeys = ["quote", "span", "nth", "grade", "note"];

    /// <summary>Words; a number without quotation marks is taken as its digits.</summary>
    public static JsonObject Words(int? limit = null)
    {
        var shape = new JsonObject { ["type"] = new JsonArray("string", "number"), ["minLength"] = 1 };
        if (limit is { } most) shape["maxLength"] = most;
        return shape;
    }

    public static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    public static JsonObject Number(int least) => new() { ["type"] = "integer", ["minimum"] = least };

    public static JsonObject Boolean() => new() { ["type"] = "boolean" };

    public static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    public static JsonObject List(JsonNode items, int least = 0) => new() { ["type"] = "array", ["items"] = items, ["minItems"] = least };

    public static JsonObject Pair(JsonNode first, JsonNode second) =>
        new() { ["type"] = "array", ["prefixItems"] = new JsonArray(first, second), ["minItems"] = 2, ["maxItems"] = 2 };

    public static JsonObject Terms(VocabularyDefinition vocabulary, string list) => OneOf(vocabulary.TermList(list).Terms.Select(t => t.Id));

    public static JsonObject OneOf(IEnumerable<string> words) => new() { ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w))]) };

    /// <summary>The id of a document.</summary>
    public static JsonObject Document() => Pattern("^[a-z0-9][a-z0-9._-]*$");

    /// <summary>The schema of one item of a list, with its definitions.</summary>
    public static JsonObject Item(JsonObject list)
    {
        var item = list["items"]!.AsObject();
        list.Remove("items");
        var definitions = list["$defs"];
        list.Remove("$defs");
        item["$defs"] = definitions;
        return item;
    }

    /// <summary>An id of one of these kinds.</summary>
    public static JsonObject Id(VocabularyDefinition vocabulary, IEnumerable<string> kinds) =>
        Pattern($"^({string.Join('|', kinds.Select(k => vocabulary.Kind(k).Prefix))}):[a-z0-9._-]+$");

    /// <summary>A mapping with these keys and no others, described in an editor by <paramref name="description"/>.</summary>
    public static JsonObject Mapping(string? description, IEnumerable<string> required, params (string Key, JsonNode Value)[] properties)
    {
        var keys = new JsonObject();
        foreach (var (key, value) in properties) keys[key] = value;
        var shape = new JsonObject();
        if (description is not null) shape["description"] = description;
        shape["type"] = "object";
        shape["properties"] = keys;
        shape["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]);
        shape["additionalProperties"] = false;
        return shape;
    }

    /// <summary>The definitions that several places name: a date, a span and a piece of evidence.</summary>
    public static JsonObject Definitions(VocabularyDefinition vocabulary)
    {
        var day = @"\d{4}(-\d{2}(-\d{2})?)?";
        return new JsonObject
        {
            ["day"] = new JsonObject { ["type"] = new JsonArray("string", "integer"), ["pattern"] = $"^{day}(/{day})?$" },
            ["date"] = new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    Reference("day"),
                    Mapping(null, [], ("text", Words(Roster.MaxRaw)), ("date", Reference("day")), ("inferred", Words()), ("time", Terms(vocabulary, "TIME_OF_DAY")))),
            },
            ["span"] = Pattern(@"^\d+-\d+$"),
            ["quote"] = Words(Model.Evidence.MaxQuote),
            ["nth"] = Number(1),
            ["grade"] = OneOf(["INFERRED"]),
            ["note"] = Words(Reading.SeedContext.MaxOwnWords),
            ["piece"] = Mapping(null, ["quote"], Evidence()),
        };
    }

    /// <summary>The keys of one piece of evidence, each of which is a definition.</summary>
    public static (string Key, JsonNode Value)[] Evidence() => [.. PieceKeys.Select(key => (key, (JsonNode)Reference(key)))];
}
