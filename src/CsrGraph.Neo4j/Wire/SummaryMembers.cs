using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>Reads the members of an answer that are not rows.</summary>
internal static class SummaryMembers
{
    /// <summary>Takes the member whose name the reader stands at; false where not all of it is there yet.</summary>
    public static bool TryTake(this ResultSummary summary, ref Utf8JsonReader reader)
    {
        var name = reader.GetString();
        if (!JsonDocument.TryParseValue(ref reader, out var document)) return false;
        using (document)
        {
            var value = document.RootElement;
            if (value.ValueKind == JsonValueKind.Null) return true;
            if (name == "fields") summary.Fields = Texts(value);
            else if (name == "bookmarks") summary.Bookmarks = Texts(value);
            else if (name == "counters") summary.Counters = Counters(value);
            else if (name == "transaction") summary.Transaction = value.TryGetProperty("id", out var id) ? id.GetString() : null;
            else if (name is "queryPlan" or "profiledQueryPlan") summary.Plan = value.Clone();
            else if (name == "errors" && value.GetArrayLength() > 0) summary.Error ??= Error(value[0]);
        }

        return true;
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static Dictionary<string, long> Counters(JsonElement counters) => counters.EnumerateObject()
        .Where(counter => counter.Value.ValueKind == JsonValueKind.Number)
        .ToDictionary(counter => counter.Name, counter => counter.Value.GetInt64(), StringComparer.Ordinal);

    private static Neo4jException Error(JsonElement error) => new(Text(error, "code"), Text(error, "message"));

    private static string Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : $"no {name}";
}
