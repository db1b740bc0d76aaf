using CsrGraph.Generation.Chances;
using CsrGraph.Generation.Words;

namespace CsrGraph.Generation.Cast;

/// <summary>All organisations of a sector.</summary>
internal sealed class Organisations
{
    private readonly List<OrganisationPool> pools = [];

    public Organisations(SectorPlan plan, Places places, int seed)
    {
        var left = plan.Organisations;
        var counts = Shapes.All.Select(shape => Math.Max(1, (int)((long)plan.Organisations * shape.Share / 1000))).ToArray();
        counts[Shapes.Company] += left - counts.Sum();
        var offset = 0;
        foreach (var (index, shape) in Shapes.All.SkipLast(1).Index())
        {
            pools.Add(OrganisationPool.Make(shape, offset, counts[index], places, Chance.Of(seed, ChanceOf.Organisations, index)));
            offset += counts[index];
        }

        Departments = new Departments(pools, offset, counts[^1], Chance.Of(seed, ChanceOf.Organisations, pools.Count));
    }

    /// <summary>By the numbers of <see cref="Shapes"/>, without the departments.</summary>
    public IReadOnlyList<OrganisationPool> Pools => pools;

    public Departments Departments { get; }

    /// <summary>One of a sort, hubs more often.</summary>
    public Party Any(int shape, Chance chance) => pools[shape][chance.Skewed(pools[shape].Count)];
}
