using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>Reads the members of an answer that are not rows; those that nobody asks for, such as what Neo4j notes of a statement, are passed over.</summary>
internal static class SummaryMembers
{
    /// <summary>Takes the member whose name the reader stands at; false where not all of it is there yet.</summary>
    public static bool TryTake(this ResultSummary summary, ref Utf8JsonReader reader)
    {
        var member = reader;
        if (!reader.TrySkip()) return false;
        Action<ResultSummary, JsonElement>? take = null;
        if (member.ValueTextEquals("bookmarks")) take = static (s, value) => s.Bookmarks = Texts(value);
        else if (member.ValueTextEquals("counters")) take = static (s, value) => s.Counters = Counters(value);
        else if (member.ValueTextEquals("transaction")) take = static (s, value) => s.Transaction = value.TryGetProperty("id", out var id) ? id.GetString() : null;
        else if (member.ValueTextEquals("queryPlan") || member.ValueTextEquals("profiledQueryPlan")) take = static (s, value) => s.Plan = value.Clone();
        else if (member.ValueTextEquals("errors")) take = static (s, value) => s.Error ??= value.GetArrayLength() > 0 ? Error(value[0]) : null;
        if (take is null) return true;
        using var document = JsonDocument.ParseValue(ref member);
        if (document.RootElement.ValueKind != JsonValueKind.Null) take(summary, document.RootElement);
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
