using System.Text.Json.Nodes;

namespace CsrGraph.Benchmarks.Http;

/// <summary>Compares answers to the same question in the words of <see cref="EventSchema"/> and of the API, which has its own shape and order of events.</summary>
internal static class EventAnswers
{
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal) { ["releases"] = "pledges" };

    /// <exception cref="InvalidOperationException">The two say something else.</exception>
    public static void RequireTheSame(ReadOnlyMemory<byte> plain, ReadOnlyMemory<byte> api)
    {
        var (one, other) = (Events(JsonNode.Parse(plain.Span)!), Events(Plain(JsonNode.Parse(api.Span))!));
        if (!JsonNode.DeepEquals(one, other)) throw new InvalidOperationException($"the API answers something else:\n{one.ToJsonString()}\n{other.ToJsonString()}");
    }

    private static JsonArray Events(JsonNode answer) =>
        [.. answer["data"]!["events"]!.AsArray().Select(e => e!.DeepClone()).OrderBy(e => (string)e["id"]!, StringComparer.Ordinal)];

    // A connection is the list of its nodes, and a date its text.
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } wrapped when wrapped["nodes"] is JsonArray nodes => Plain(nodes),
        JsonObject { Count: 1 } date when date["text"] is { } text => text.DeepClone(),
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(Others.GetValueOrDefault(f.Key, f.Key), Plain(f.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Plain)]),
        _ => node?.DeepClone(),
    };
}
