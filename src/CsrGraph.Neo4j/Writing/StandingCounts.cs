using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Writing;

/// <summary>How many entities and claims of each sort stand after a change-set; kept with it.</summary>
internal sealed class StandingCounts
{
    private readonly SortedDictionary<string, long> entities = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> claims = new(StringComparer.Ordinal);

    public static StandingCounts Parse(string? json)
    {
        var counts = new StandingCounts();
        if (json is null) return counts;
        using var document = JsonDocument.Parse(json);
        foreach (var count in document.RootElement.GetProperty("entities").EnumerateObject()) counts.entities.Add(count.Name, count.Value.GetInt64());
        foreach (var count in document.RootElement.GetProperty("claims").EnumerateObject()) counts.claims.Add(count.Name, count.Value.GetInt64());
        return counts;
    }

    public void Entity(string kind, int change) => Change(entities, kind, change);

    public void Claim(ClaimKind kind, string type, int change) => Change(claims, $"{kind} {type}", change);

    public IEnumerable<(string Key, long Number)> Of(CountOf request) => request switch
    {
        CountOf.EntitiesByKind => entities.Select(c => (c.Key, c.Value)),
        CountOf.RelationsByType => Claims().Where(c => c.Kind == nameof(ClaimKind.Relation)).Select(c => (c.Type, c.Number)),
        CountOf.ClaimsByKind => Claims().GroupBy(c => c.Kind, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(c => c.Number))),
        _ => throw new ArgumentException($"{request} is not kept", nameof(request)),
    };

    public override string ToString() => JsonSerializer.Serialize(new { entities, claims });

    private IEnumerable<(string Kind, string Type, long Number)> Claims() => claims.Select(c => (c.Key.Split(' ')[0], c.Key.Split(' ')[1], c.Value));

    private static void Change(SortedDictionary<string, long> counts, string key, int change)
    {
        var number = counts.GetValueOrDefault(key) + change;
        if (number == 0) counts.Remove(key);
        else counts[key] = number;
    }
}
