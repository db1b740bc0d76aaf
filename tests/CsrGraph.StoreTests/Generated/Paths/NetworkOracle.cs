using CsrGraph.Model;
using CsrGraph.Query.Networks;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated.Paths;

/// <summary>Says what lies around entities of a made graph, from all that it was made of.</summary>
internal static class NetworkOracle
{
    /// <summary>The network as lines; null where somebody in the middle is unknown.</summary>
    public static string? Network(WorldState state, DateOnly? day, NetworkQuestion question)
    {
        if (question.Around.Any(id => !state.Entities.ContainsKey(new EntityId(id)))) return null;
        var relations = state.Claims.Values
            .Where(c => c.Claim.Kind == ClaimKind.Relation && c.Claim.Type != "SAME_AS" && (question.RelationTypes?.Contains(c.Claim.Type) ?? true) && Holds(c.Order, day))
            .Select(c => c.Claim)
            .GroupBy(c => (From: c.Subject.Value, To: c.Object!.Value.Value, c.Type))
            .ToDictionary(g => g.Key, g => g.Count());
        long DegreeOf(string id) => relations.Keys.Count(e => e.From == id) + relations.Keys.Count(e => e.To == id);

        var distances = question.Around.Distinct().ToDictionary(id => id, _ => 0);
        for (var distance = 1; distance <= question.Depth; distance++)
        {
            var ring = distances.Where(d => d.Value == distance - 1).Select(d => d.Key).ToList();
            var next = relations.Keys.Where(e => ring.Contains(e.From)).Select(e => e.To).Concat(relations.Keys.Where(e => ring.Contains(e.To)).Select(e => e.From)).Distinct()
                .Where(id => !distances.ContainsKey(id) && (question.Kinds?.Contains(state.Entities[new EntityId(id)].Kind) ?? true) && DegreeOf(id) >= (question.MinDegree ?? 0))
                .OrderBy(id => -DegreeOf(id)).ThenBy(id => id, StringComparer.Ordinal).Take(question.Limit - distances.Count).ToList();
            foreach (var id in next) distances.Add(id, distance);
        }

        bool IsWalked(string id) => distances.TryGetValue(id, out var distance) && distance < question.Depth;
        var near = relations.Where(e => IsWalked(e.Key.From) || IsWalked(e.Key.To)).ToList();
        var shown = near.Where(e => distances.ContainsKey(e.Key.From) && distances.ContainsKey(e.Key.To)).ToList();
        var nodes = distances.OrderBy(d => d.Value).ThenBy(d => -DegreeOf(d.Key)).ThenBy(d => d.Key, StringComparer.Ordinal)
            .Select(d => $"{d.Value} {d.Key} {shown.Count(e => e.Key.From == d.Key) + shown.Count(e => e.Key.To == d.Key)}/{DegreeOf(d.Key)}");
        var edges = shown.OrderBy(e => e.Key.From, StringComparer.Ordinal).ThenBy(e => e.Key.To, StringComparer.Ordinal).ThenBy(e => e.Key.Type, StringComparer.Ordinal)
            .Select(e => $"{e.Key.From} {e.Key.Type} {e.Key.To} {e.Value}");
        var truncated = near.GroupBy(e => e.Key.Type).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Type: g.Key, Shown: shown.Count(e => e.Key.Type == g.Key), Total: g.Count())).Where(t => t.Shown < t.Total).Select(t => $"{t.Type} {t.Shown}/{t.Total}");
        return string.Join('\n', nodes.Concat(edges).Concat(truncated));
    }

    /// <summary>An answer as the same lines.</summary>
    public static string Of(NetworkAnswer answer) => string.Join(
        '\n',
        [
            .. answer.Nodes.Select(n => $"{n.Distance} {n.Entity.Id} {n.Shown}/{n.Degree}"),
            .. answer.Edges.Select(e => $"{e.From.Id} {e.Type} {e.To.Id} {e.Claims.Count}"),
            .. answer.Truncated.OrderBy(t => t.Type, StringComparer.Ordinal).Select(t => $"{t.Type} {t.Shown}/{t.Total}"),
        ]);

    private static bool Holds(ClaimOrder order, DateOnly? day) =>
        day is not { } asked || ((order.FromDay is not { } from || from <= asked.DayNumber) && (order.UntilDay is not { } until || until >= asked.DayNumber));
}
