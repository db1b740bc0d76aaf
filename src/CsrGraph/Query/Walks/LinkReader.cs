using CsrGraph.Store;

namespace CsrGraph.Query.Walks;

/// <summary>Reads links and degrees for one walk, and remembers the degrees.</summary>
internal sealed class LinkReader(IGraphStore store, AsOf asOf, WalkRules rules, RowMeter meter, CancellationToken cancellation)
{
    private readonly Dictionary<string, IReadOnlyList<Degree>> degrees = new(StringComparer.Ordinal);

    /// <summary>How many links were read.</summary>
    public long Relations { get; private set; }

    /// <summary>True where the degree has been learnt.</summary>
    public bool Knows(string id) => degrees.ContainsKey(id);

    /// <summary>How many entities one is linked to, for each type and end; once learnt.</summary>
    public long DegreeOf(string id) => degrees[id].Sum(d => d.Fars);

    /// <summary>The same by type and end.</summary>
    public IReadOnlyList<Degree> DegreesOf(string id) => degrees[id];

    /// <summary>Learns the degrees that are not known yet, in one call.</summary>
    public async Task LearnAsync(IEnumerable<string> ids)
    {
        string[] unknown = [.. ids.Where(id => !degrees.ContainsKey(id)).Distinct()];
        if (unknown.Length == 0) return;
        meter.Expect(unknown.Length);
        var pages = (await store.RelationsAsync([RelationRequest.Degrees(unknown, rules.Types)], asOf, cancellation))[0];
        for (var i = 0; i < unknown.Length; i++) degrees[unknown[i]] = pages[i].Degrees;
        meter.Add(pages.Sum(p => (long)p.Degrees.Count));
    }

    /// <summary>The links of entities whose degrees are known, in one call.</summary>
    /// <param name="ids">Whose.</param>
    /// <param name="to">Only those to these; null for all.</param>
    public async Task<IReadOnlyList<IReadOnlyList<Link>>> LinksAsync(IReadOnlyList<string> ids, IReadOnlyList<string>? to = null)
    {
        if (to is null) meter.Expect(ids.Sum(DegreeOf));
        var request = RelationRequest.Links(ids, rules.Types) with { Edge = rules.Edge, Far = to is null ? null : new EntityFilter.IdIn(to) };
        var pages = (await store.RelationsAsync([request], asOf, cancellation))[0];
        var read = pages.Sum(p => (long)p.Links.Count);
        Relations += read;
        meter.Add(read);
        return [.. pages.Select(p => p.Links)];
    }

    /// <summary>The neighbours of entities, those of each as many as the limit, in one call.</summary>
    public async Task<IReadOnlyList<Neighbour>> NeighboursAsync(IReadOnlyList<string> ids, int limit, EntityFilter? far)
    {
        var request = RelationRequest.Neighbours(ids, rules.Types, limit) with { Edge = rules.Edge, Far = far };
        var pages = (await store.RelationsAsync([request], asOf, cancellation))[0];
        meter.Add(pages.Sum(p => (long)p.Neighbours.Count));
        return [.. pages.SelectMany(p => p.Neighbours)];
    }
}
