namespace CsrGraph.Query.Projecting;

/// <summary>
/// Who takes part in what, both by number: a bipartite graph. Each pair stands once, whatever number of claims says so; agents and initiatives without a
/// partner are not in it.
/// </summary>
public sealed class Participation
{
    private readonly Adjacency byAgent;
    private readonly Adjacency byInitiative;

    /// <summary>Makes one of pairs, in which those who take part and what they take part in are numbered from 0 without gaps.</summary>
    public Participation(IEnumerable<(int Agent, int Initiative)> pairs)
    {
        (int Initiative, int Agent)[] given = [.. pairs.Select(p => (p.Initiative, p.Agent))];
        var (agents, initiatives) = (0, 0);
        foreach (var (initiative, agent) in given) (agents, initiatives) = (Math.Max(agents, agent + 1), Math.Max(initiatives, initiative + 1));
        byAgent = Adjacency.Of(initiatives, given).Turned(agents).Distinct();
        byInitiative = byAgent.Turned(initiatives);
    }

    /// <summary>How many take part.</summary>
    public int Agents => byAgent.Nodes;

    /// <summary>How many things they take part in.</summary>
    public int Initiatives => byInitiative.Nodes;

    /// <summary>How many pairs of agents there are, added up over the initiatives.</summary>
    public long Pairs
    {
        get
        {
            var pairs = 0L;
            for (var i = 0; i < Initiatives; i++) pairs += (long)In(i).Length * (In(i).Length - 1) / 2;
            return pairs;
        }
    }

    /// <summary>What an agent takes part in, ascending.</summary>
    public ReadOnlySpan<int> Of(int agent) => byAgent.Of(agent);

    /// <summary>Who takes part in an initiative, ascending.</summary>
    public ReadOnlySpan<int> In(int initiative) => byInitiative.Of(initiative);

    /// <summary>What two agents both take part in, ascending.</summary>
    public IReadOnlyList<int> Shared(int one, int other)
    {
        var a = Of(one);
        var b = Of(other);
        var (shared, i, j) = (new List<int>(), 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) shared.Add(a[i]);
            var next = a[i];
            if (next <= b[j]) i++;
            if (next >= b[j]) j++;
        }

        return shared;
    }
}
