using System.Text.Json;
using System.Text.Json.Nodes;

namespace CsrGraph.Conformance;

/// <summary>One question and what is to come of it.</summary>
/// <param name="Schema">The id of its schema.</param>
/// <param name="Query">The document.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="Expected">The whole answer.</param>
/// <param name="Fails">The places whose resolvers fail, each as <see cref="Place"/> writes it.</param>
/// <param name="Nulls">The places that are null, items of lists too.</param>
/// <param name="ComparesErrors">False where only the data are to agree.</param>
internal sealed record Case(
    string Schema,
    string Query,
    JsonElement Variables,
    JsonObject Expected,
    IReadOnlySet<string> Fails,
    IReadOnlySet<string> Nulls,
    bool ComparesErrors)
{
    public static Case Of(JsonObject node) => new(
        (string)node["schema"]!,
        (string)node["query"]!,
        JsonSerializer.SerializeToElement(node["variables"]),
        node["expected"]!.AsObject(),
        Places(node["fail"]),
        Places(node["nulls"]),
        (string?)node["compare"] != "data");

    /// <summary>A path as a text, equal for equal paths.</summary>
    public static string Place(IEnumerable<object> path) => string.Join('/', path);

    private static HashSet<string> Places(JsonNode? paths) =>
        [.. (paths?.AsArray() ?? []).Select(path => Place(path!.AsArray().Select(step => step!.ToString())))];
}
