using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Query.Projecting;

/// <summary>Who takes part, as it is read: each agent gets a number when it is first seen, and the numbers their order when all have been.</summary>
internal sealed class Taking(VocabularyDefinition vocabulary, ProjectionQuestion question, ClaimFilter edge, long mostPairs)
{
    private const int Other = -1;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> agents = [];
    private readonly List<string> initiatives = [];
    private readonly List<(int Agent, int Initiative)> taken = [];

    // The last initiative that each agent was seen at: it may be said to take part in it more than once.
    private readonly List<int> last = [];
    private long pairs;

    /// <summary>Reads who takes part in some initiatives; they come in ordinal order.</summary>
    /// <exception cref="TooManyPairsException">There are too many pairs by now.</exception>
    /// <exception cref="TooManyRowsException">There is too much to read.</exception>
    public async Task ReadAsync(IGraphStore store, AsOf asOf, string[] batch, RowMeter meter, CancellationToken cancellation)
    {
        var request = RelationRequest.Links(batch, [question.Role]) with { Edge = edge, Far = question.Filter };
        var pages = (await store.RelationsAsync([request], asOf, cancellation))[0];
        for (var i = 0; i < pages.Count; i++)
        {
            meter.Add(pages[i].Links.Count);
            var members = Add(pages[i].Links);
            if (members == 0) continue;
            initiatives.Add(batch[i]);
            pairs += members * (members - 1) / 2;
            if (pairs > mostPairs) throw new TooManyPairsException(pairs, mostPairs);
        }
    }

    /// <summary>Projects what was read.</summary>
    public Projection Project(IEnumerable<PartialRoster> warnings, CancellationToken cancellation)
    {
        string[] who = [.. agents];
        var numbersOf = Enumerable.Range(0, who.Length).ToArray();
        Array.Sort(who, numbersOf, StringComparer.Ordinal);
        var places = new int[who.Length];
        for (var i = 0; i < numbersOf.Length; i++) places[numbersOf[i]] = i;
        var participation = new Participation(taken.Select(t => (places[t.Agent], t.Initiative)));
        return Projection.Of(who, initiatives, participation, question.MinWeight, question.Parts, warnings, cancellation);
    }

    // Gives how many take part, each counted once.
    private long Add(IReadOnlyList<Link> links)
    {
        var members = 0L;
        foreach (var link in links)
        {
            if (link.IsForward) continue;
            var agent = NumberOf(link.Far);
            if (agent == Other || last[agent] == initiatives.Count) continue;
            last[agent] = initiatives.Count;
            taken.Add((agent, initiatives.Count));
            members++;
        }

        return members;
    }

    private int NumberOf(string id)
    {
        if (numbers.TryGetValue(id, out var number)) return number;
        if (vocabulary.KindOfId(id)?.Id != question.Of) return numbers[id] = Other;
        agents.Add(id);
        last.Add(Other);
        return numbers[id] = agents.Count - 1;
    }
}
