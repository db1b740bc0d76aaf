using CsrGraph.Model;
using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Query.Networks;

/// <summary>
/// Finds what lies around some entities, ring by ring: near before far, then the higher degree, then the id. A call of the store brings a ring, and one
/// the relations between all who stay.
/// </summary>
public sealed class NetworkWalk
{
    private readonly NetworkQuestion question;
    private readonly WalkRules rules;
    private readonly LinkReader links;
    private readonly Dictionary<string, int> distances = new(StringComparer.Ordinal);
    private readonly List<Neighbour> shown = [];

    private NetworkWalk(NetworkQuestion question, WalkRules rules, LinkReader links) => (this.question, this.rules, this.links) = (question, rules, links);

    /// <summary>Walks.</summary>
    /// <exception cref="BadQuestionException">The question is wrong.</exception>
    /// <exception cref="TooManyRowsException">It takes more rows than <paramref name="meter"/> allows.</exception>
    public static async Task<NetworkAnswer> FindAsync(
        IGraphStore store, AsOf asOf, VocabularyDefinition vocabulary, NetworkQuestion question, RowMeter meter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(question);
        question.Require();
        var rules = WalkRules.Of(vocabulary, question.RelationTypes, question.Kinds, isUncertain: true);
        var middle = (await WalkEnds.ReadAsync(store, question.Around, asOf, cancellation)).DistinctBy(e => e.Id).ToList();
        if (middle.Count > question.Limit) throw new BadQuestionException($"'around' names {middle.Count} entities, and 'limit' allows no more than {question.Limit}");
        var walk = new NetworkWalk(question, rules, new LinkReader(store, asOf, rules, meter, cancellation));
        await walk.ChooseAsync([.. middle.Select(e => e.Id.Value)]);
        var edges = await walk.EdgesAsync();
        var entities = await walk.EntitiesAsync(store, asOf, middle, cancellation);
        var degrees = edges.SelectMany(e => new[] { e.From, e.To }).CountBy(id => id).ToDictionary();
        return new NetworkAnswer(
            [.. walk.shown.Select(n => new NetworkNode(entities[n.Id], n.Degree, degrees.GetValueOrDefault(n.Id), walk.distances[n.Id]))],
            [.. edges.Select(e => new NetworkEdge(e.Type, entities[e.From], entities[e.To], e.Claims))],
            walk.Truncated(edges),
            walk.links.Relations);
    }

    private async Task ChooseAsync(IReadOnlyList<string> middle)
    {
        await links.LearnAsync(middle);
        var ring = Show(middle.Select(id => new Neighbour(id, links.DegreeOf(id))), 0);
        for (var distance = 1; distance <= question.Depth && ring.Count > 0 && shown.Count < question.Limit; distance++)
        {
            // Whoever is shown already may be among them.
            var found = await links.NeighboursAsync(ring, question.Limit, question.Kinds is { } kinds ? new EntityFilter.KindIn(kinds) : null);
            ring = Show(found.Where(n => n.Degree >= (question.MinDegree ?? 0)), distance);
        }
    }

    private IReadOnlyList<string> Show(IEnumerable<Neighbour> found, int distance)
    {
        Neighbour[] ring =
        [
            .. found.Where(n => !distances.ContainsKey(n.Id)).DistinctBy(n => n.Id)
                .OrderByDescending(n => n.Degree).ThenBy(n => n.Id, StringComparer.Ordinal).Take(question.Limit - shown.Count),
        ];
        shown.AddRange(ring);
        foreach (var node in ring) distances.Add(node.Id, distance);
        return [.. ring.Select(n => n.Id)];
    }

    private bool IsWalked(string id) => distances[id] < question.Depth;

    private async Task<IReadOnlyList<Edge>> EdgesAsync()
    {
        string[] walked = [.. shown.Select(n => n.Id).Where(IsWalked)];
        await links.LearnAsync(walked);
        var found = await links.LinksAsync(walked, [.. shown.Select(n => n.Id)]);
        return
        [
            .. walked.Zip(found).SelectMany(f => f.Second.Select(l => (From: l.IsForward ? f.First : l.Far, To: l.IsForward ? l.Far : f.First, l.Type, l.Claim)))
                .GroupBy(l => (l.From, l.To, l.Type), l => l.Claim)
                .OrderBy(g => g.Key.From, StringComparer.Ordinal).ThenBy(g => g.Key.To, StringComparer.Ordinal).ThenBy(g => g.Key.Type, StringComparer.Ordinal)
                .Select(g => new Edge(g.Key.Type, g.Key.From, g.Key.To, [.. g.Distinct().Order()])),
        ];
    }

    // An edge between two that were gone on from is in the degrees of both.
    private IReadOnlyList<Truncation> Truncated(IReadOnlyList<Edge> edges)
    {
        var ends = shown.Where(n => IsWalked(n.Id)).SelectMany(n => links.DegreesOf(n.Id)).GroupBy(d => d.Type).ToDictionary(g => g.Key, g => g.Sum(d => d.Fars));
        var found = edges.GroupBy(e => e.Type).ToDictionary(g => g.Key, g => (Shown: g.LongCount(), Twice: g.LongCount(e => IsWalked(e.From) && IsWalked(e.To))));
        return
        [
            .. rules.Types.Select(type => (Type: type, Ends: ends.GetValueOrDefault(type), Found: found.GetValueOrDefault(type)))
                .Select(t => new Truncation(t.Type, t.Found.Shown, t.Ends - t.Found.Twice))
                .Where(t => t.Shown < t.Total),
        ];
    }

    private async Task<Dictionary<string, Entity>> EntitiesAsync(IGraphStore store, AsOf asOf, IReadOnlyList<Entity> known, CancellationToken cancellation)
    {
        var entities = known.ToDictionary(e => e.Id.Value);
        string[] unknown = [.. shown.Select(n => n.Id).Where(id => !entities.ContainsKey(id))];
        if (unknown.Length == 0) return entities;
        foreach (var entity in await store.EntitiesAsync(unknown, asOf, cancellation)) entities.Add(entity!.Id.Value, entity);
        return entities;
    }

    private sealed record Edge(string Type, string From, string To, IReadOnlyList<ClaimId> Claims);
}
