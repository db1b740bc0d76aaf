using System.Text;
using System.Text.Json;
using CsrGraph.GraphQL;

namespace CsrGraph.Fuzz;

/// <summary>
/// Makes requests that need not be any: documents with bytes and tokens changed, taken out, doubled and thrown together, as text and as the JSON that
/// brings it.
/// </summary>
internal sealed class BytesMaker(string schema, int seed) : IDocumentMaker
{
    private static readonly string[] Tokens =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "=", "|", "&", "@", "$", "...", "... on ", "query ", "mutation ", "subscription ", "fragment ", "on ", "A ", "B ",
        "\"", "\"\"\"", "\\", "\\u", "\\ud800", "\\u{1F600}", "#", "\n", "\r\n", "\uFEFF", "\0", "\ud800", "\udc00", "😀", ",", "-", "0", "01", "1.", "1e", "1e999",
        "99999999999999999999", "null ", "true ", "__schema ", "__type ", "types ", "fields ", "type ", "ofType ", "name ", "events ", "nodes ", "edges ",
        "node ", "id ", "first:", "filter:", "type X { a: Int }", "schema { query: Q }", "extend ", "directive @x on FIELD", "input ", "enum ",
    ];

    private static readonly string[] Whole =
    [
        "{ event(id: \"event:forum-2018\") { name guidedBy { edges { node { name } evidence { quote grade } } } } }",
        "query Q($a: Int = 3, $f: EventFilter) { events(first: $a, filter: $f) { totalCount nodes { ...N } pageInfo { endCursor } } } fragment N on Event { id name(lang: EN) }",
        "{ __schema { types { ...A } } } fragment A on __Type { name kind ofType { name ofType { name } } fields(includeDeprecated: true) { name args { name } } }",
        "{ search(text: \"互联网\", first: 2) { edges { node { ... on Organisation { name } ... on Event { name } } } } }",
        "\"\"\"\nwords\n\"\"\" query ($id: ID! = \"org:tencent\") @x { organisation(id: $id) @include(if: true) { name names { text } } }",
    ];

    private readonly Random random = new(seed);

    public ApiRequest? Next() => random.Next(4) switch
    {
        0 => new ApiRequest(Soup()),
        1 => Posted(),
        _ => new ApiRequest(Changed(Pick(Whole))),
    };

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private string Soup()
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, random.Next(20) == 0 ? 3_000 : 60); i > 0; i--) text.Append(Pick(Tokens));
        return text.ToString();
    }

    private string Changed(string document)
    {
        var text = new StringBuilder(document);
        for (var i = random.Next(1, 8); i > 0 && text.Length > 0; i--) Change(text);
        return text.ToString();
    }

    private void Change(StringBuilder text)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 30), text.Length - at);
        switch (random.Next(7))
        {
            case 0:
                text[at] = (char)random.Next(0x10000);
                break;
            case 1:
                text[at] = (char)random.Next(0x80);
                break;
            case 2:
                text.Remove(at, length);
                break;
            case 3:
                text.Insert(at, text.ToString(at, length));
                break;
            case 4:
                text.Insert(at, new StringBuilder().Insert(0, Pick(Tokens), random.Next(50) == 0 ? 500 : 1));
                break;
            case 5:
                // A piece of the schema: names that exist where they do not belong.
                var from = random.Next(schema.Length - 50);
                text.Insert(at, schema.AsSpan(from, random.Next(1, 50)));
                break;
            default:
                text.Insert(at, Pick(Tokens));
                break;
        }
    }

    // As the web edge reads it.
    private ApiRequest? Posted()
    {
        var body = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { query = Pick(Whole), variables = new { a = 3, f = new { name = new { eq = "x" } }, id = "org:tencent" } }));
        for (var i = random.Next(0, 4); i > 0; i--) body[random.Next(body.Length)] = (byte)random.Next(256);
        try
        {
            var root = StrictJson.Parse(body, "the body");
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String) return null;
            return new ApiRequest(query.GetString()!, null, root.TryGetProperty("variables", out var variables) ? variables : null);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
