using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Query.Paths;

/// <summary>
/// Finds the shortest paths between two entities, breadth first from both ends: a call of the store brings the links of a whole level, the cheaper of
/// the two. Degrees are learnt before links are read, so that a hub costs nothing but its name.
/// </summary>
public sealed class PathSearch
{
    // Beyond that, degrees are only learnt where they may change what is done next.
    private const int Few = 500;

    private readonly PathQuestion question;
    private readonly WalkRules rules;
    private readonly LinkReader links;
    private readonly Reach forward;
    private readonly Reach backward;
    private readonly HashSet<string> hubs = new(StringComparer.Ordinal);

    private PathSearch(PathQuestion question, WalkRules rules, LinkReader links, string from, string to)
    {
        (this.question, this.rules, this.links) = (question, rules, links);
        (forward, backward) = (new Reach(from), new Reach(to));
    }

    /// <summary>Searches.</summary>
    /// <exception cref="BadQuestionException">The question is wrong.</exception>
    /// <exception cref="TooManyRowsException">It takes more rows than <paramref name="meter"/> allows.</exception>
    public static async Task<PathAnswer> FindAsync(
        IGraphStore store, AsOf asOf, VocabularyDefinition vocabulary, PathQuestion question, RowMeter meter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(question);
        question.Require();
        var rules = WalkRules.Of(vocabulary, question.RelationTypes, question.Kinds, question.IsUncertain);
        var ends = await WalkEnds.ReadAsync(store, [question.From, question.To], asOf, cancellation);
        var links = new LinkReader(store, asOf, rules, meter, cancellation);
        var search = new PathSearch(question, rules, links, ends[0].Id.Value, ends[1].Id.Value);
        var telling = new PathTelling(store, asOf, cancellation);
        var answer = new PathAnswer { Question = question, From = ends[0], To = ends[1], Entities = 1, Relations = 0 };
        if (ends[0].Id == ends[1].Id) return answer with { Length = 0, Paths = question.First == 0 ? [] : [new FoundPath([])], Count = 1 };

        var length = await search.LengthAsync();
        var graph = length is { } found ? new PathGraph(search.forward, search.backward, found, search.IsBarred) : null;
        var reached = search.forward.Distances.Keys.Union(search.backward.Distances.Keys).LongCount();
        answer = answer with { Length = length, Count = graph?.Count ?? 0, Entities = reached, Relations = links.Relations };
        return await telling.TellAsync(answer, [.. graph?.Paths().Take(question.First) ?? []], [.. search.hubs.Select(id => (id, links.DegreeOf(id)))]);
    }

    private async Task<int?> LengthAsync()
    {
        while (true)
        {
            if (await MeetAsync() is { } length) return length;
            var left = question.MaxLength - forward.Depth - backward.Depth;
            if (left == 0 || forward.Frontier.Count == 0 || backward.Frontier.Count == 0) return null;
            await GoOnAsync(left);
        }
    }

    // The shortest way through somebody whom both ends have reached.
    private async Task<int?> MeetAsync()
    {
        var (fewer, others) = forward.Distances.Count <= backward.Distances.Count ? (forward, backward) : (backward, forward);
        string[] meeting = [.. fewer.Distances.Keys.Where(others.Distances.ContainsKey)];
        await links.LearnAsync(meeting);
        Note(meeting);
        return meeting.Where(id => !IsBarred(id)).Select(id => (int?)(forward.Distances[id] + backward.Distances[id])).Min();
    }

    private bool IsBarred(string id) => id != forward.End && id != backward.End && links.Knows(id) && links.DegreeOf(id) > question.HubLimit;

    private void Note(IEnumerable<string> reached) => hubs.UnionWith(reached.Where(IsBarred));

    private async Task GoOnAsync(int left)
    {
        if (forward.Depth + backward.Depth == 0 && left > 1)
        {
            await links.LearnAsync([forward.End, backward.End]);
            if (Cost(forward) <= question.HubLimit && Cost(backward) <= question.HubLimit)
            {
                var both = await links.LinksAsync([forward.End, backward.End]);
                forward.Advance([both[0]], id => id == backward.End || rules.Admits(id));
                backward.Advance([both[1]], id => id == forward.End || rules.Admits(id));
                return;
            }
        }

        if (await CheaperAsync() is not var (near, far)) return;
        var only = left == 1 && far.Frontier.Count <= Cost(near) ? far.Frontier : null;
        near.Advance(await links.LinksAsync(near.Frontier, only), id => id == far.End || rules.Admits(id));
    }

    // The side whose next level has fewer links, and the other; null where one of them cannot go on.
    private async Task<(Reach Near, Reach Far)?> CheaperAsync()
    {
        var (fewer, more) = forward.Frontier.Count <= backward.Frontier.Count ? (forward, backward) : (backward, forward);
        await LearnAsync(more.Frontier.Count <= Few ? [fewer, more] : [fewer]);
        if (fewer.Frontier.Count == 0) return null;
        if (more.Frontier.Count > Few)
        {
            if (more.Frontier.Count >= Cost(fewer)) return (fewer, more);
            await LearnAsync([more]);
        }

        if (more.Frontier.Count == 0) return null;
        return Cost(fewer) <= Cost(more) ? (fewer, more) : (more, fewer);
    }

    private async Task LearnAsync(IReadOnlyList<Reach> sides)
    {
        await links.LearnAsync(sides.SelectMany(s => s.Frontier));
        foreach (var side in sides)
        {
            Note(side.Frontier);
            side.Leave(IsBarred);
        }
    }

    private long Cost(Reach side) => side.Frontier.Sum(links.DegreeOf);
}
