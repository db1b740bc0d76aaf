namespace CsrGraph.Query.Projecting;

/// <summary>
/// Who takes part in what, both by number: a bipartite graph. Each pair stands once, whatever number of claims says so; agents and initiatives without a
/// partner are not in it.
/// </summary>
public sealed class Participation
{
    private readonly int[][] byAgent;
    private readonly int[][] byInitiative;

    /// <summary>Makes one of pairs, in which those who take part and what they take part in are numbered from 0 without gaps.</summary>
    public Participation(IEnumerable<(int Agent, int Initiative)> pairs)
    {
        var distinct = new HashSet<(int Agent, int Initiative)>(pairs);
        var (agents, initiatives) = (0, 0);
        foreach (var (agent, initiative) in distinct) (agents, initiatives) = (Math.Max(agents, agent + 1), Math.Max(initiatives, initiative + 1));
        byAgent = Lists(distinct, agents, p => (p.Agent, p.Initiative));
        byInitiative = Lists(distinct, initiatives, p => (p.Initiative, p.Agent));
    }

    /// <summary>How many take part.</summary>
    public int Agents => byAgent.Length;

    /// <summary>How many things they take part in.</summary>
    public int Initiatives => byInitiative.Length;

    /// <summary>How many pairs of agents there are, added up over the initiatives.</summary>
    public long Pairs => byInitiative.Sum(members => (long)members.Length * (members.Length - 1) / 2);

    /// <summary>What an agent takes part in, ascending.</summary>
    public ReadOnlySpan<int> Of(int agent) => byAgent[agent];

    /// <summary>Who takes part in an initiative, ascending.</summary>
    public ReadOnlySpan<int> In(int initiative) => byInitiative[initiative];

    /// <summary>What two agents both take part in, ascending.</summary>
    public IReadOnlyList<int> Shared(int one, int other)
    {
        var shared = new List<int>();
        var (a, b, i, j) = (byAgent[one], byAgent[other], 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) shared.Add(a[i]);
            var next = a[i];
            if (next <= b[j]) i++;
            if (next >= b[j]) j++;
        }

        return shared;
    }

    private static int[][] Lists(HashSet<(int Agent, int Initiative)> pairs, int count, Func<(int Agent, int Initiative), (int Of, int Value)> read)
    {
        var sizes = new int[count];
        foreach (var pair in pairs) sizes[read(pair).Of]++;
        var lists = Array.ConvertAll(sizes, size => new int[size]);
        foreach (var pair in pairs)
        {
            var (of, value) = read(pair);
            lists[of][--sizes[of]] = value;
        }

        foreach (var list in lists) Array.Sort(list);
        return lists;
    }
}
