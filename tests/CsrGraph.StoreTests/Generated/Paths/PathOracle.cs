using CsrGraph.Model;
using CsrGraph.Query.Paths;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated.Paths;

/// <summary>
/// Says how all entities of a made graph are connected, by working out every distance at once (Floyd and Warshall) from what the graph was made of, and
/// then going through every way that keeps to them.
/// </summary>
internal sealed class PathOracle
{
    private const int Far = 1_000;

    private readonly string[] ids;
    private readonly Dictionary<string, int> places;
    private readonly int[,] distances;
    private readonly SortedSet<(string To, string Type, bool IsForward)>[] steps;
    private readonly long[] degrees;

    public PathOracle(WorldState state, DateOnly? day, PathQuestion rules)
    {
        ids = [.. state.Entities.Keys.Select(id => id.Value)];
        places = ids.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i);
        distances = new int[ids.Length, ids.Length];
        steps = [.. ids.Select(_ => new SortedSet<(string, string, bool)>(Comparer<(string To, string Type, bool IsForward)>.Create(InOrder)))];
        var walked = state.Claims.Values
            .Where(c => c.Claim.Kind == ClaimKind.Relation && c.Claim.Type != "SAME_AS" && (rules.RelationTypes?.Contains(c.Claim.Type) ?? true) && Holds(c.Order, day))
            .Select(c => c.Claim)
            .ToList();
        degrees = [.. ids.Select(id => (long)walked.SelectMany(Ends).Where(e => e.Near == id).Select(e => (e.To, e.Type, e.IsForward)).Distinct().Count())];
        foreach (var claim in walked.Where(c => rules.IsUncertain || c.Qualifiers["certainty"] != "UNCERTAIN"))
        {
            foreach (var (near, to, type, isForward) in Ends(claim)) steps[places[near]].Add((to, type, isForward));
        }

        bool[] through = [.. ids.Select((id, i) => degrees[i] <= rules.HubLimit && (rules.Kinds?.Contains(state.Entities[new EntityId(id)].Kind) ?? true))];
        Relax(through);
        IsThrough = id => through[places[id]];
    }

    /// <summary>Whether a path may lead through an entity.</summary>
    public Predicate<string> IsThrough { get; }

    public bool Has(string id) => places.ContainsKey(id);

    public long DegreeOf(string id) => degrees[places[id]];

    /// <summary>How many relations the shortest path has, however long; null where there is none.</summary>
    public int? Distance(string from, string to) => distances[places[from], places[to]] is var distance && distance < Far ? distance : null;

    /// <summary>Every shortest path in order, as <see cref="StoreTests.Paths.PathText"/> writes it.</summary>
    public IEnumerable<string> Paths(string from, string to) => from == to ? [from] : Ways(from, from, to, distances[places[from], places[to]]);

    private IEnumerable<string> Ways(string said, string at, string to, int left) => left == 0
        ? [said]
        : steps[places[at]]
            .Where(s => left == 1 ? s.To == to : s.To != to && IsThrough(s.To) && distances[places[s.To], places[to]] == left - 1)
            .SelectMany(s => Ways($"{said} {(s.IsForward ? '>' : '<')}{s.Type} {s.To}", s.To, to, left - 1));

    private void Relax(bool[] through)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            for (var j = 0; j < ids.Length; j++) distances[i, j] = i == j ? 0 : Far;
            foreach (var step in steps[i]) distances[i, places[step.To]] = Math.Min(1, distances[i, places[step.To]]);
        }

        for (var k = 0; k < ids.Length; k++)
        {
            if (!through[k]) continue;
            for (var i = 0; i < ids.Length; i++)
            {
                for (var j = 0; j < ids.Length; j++) distances[i, j] = Math.Min(distances[i, j], distances[i, k] + distances[k, j]);
            }
        }
    }

    private static bool Holds(ClaimOrder order, DateOnly? day) =>
        day is not { } asked || ((order.FromDay is not { } from || from <= asked.DayNumber) && (order.UntilDay is not { } until || until >= asked.DayNumber));

    private static IEnumerable<(string Near, string To, string Type, bool IsForward)> Ends(Claim claim) =>
        [(claim.Subject.Value, claim.Object!.Value.Value, claim.Type, true), (claim.Object.Value.Value, claim.Subject.Value, claim.Type, false)];

    private static int InOrder((string To, string Type, bool IsForward) one, (string To, string Type, bool IsForward) other)
    {
        var to = string.CompareOrdinal(one.To, other.To);
        if (to != 0) return to;
        var type = string.CompareOrdinal(one.Type, other.Type);
        return type != 0 ? type : other.IsForward.CompareTo(one.IsForward);
    }
}
