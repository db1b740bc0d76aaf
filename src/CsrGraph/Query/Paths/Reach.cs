using CsrGraph.Store;

namespace CsrGraph.Query.Paths;

/// <summary>What one end of a search has reached, breadth first.</summary>
internal sealed class Reach
{
    private readonly Dictionary<string, int> distances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Link>> links = new(StringComparer.Ordinal);

    public Reach(string end)
    {
        End = end;
        distances.Add(end, 0);
        Frontier = [end];
    }

    /// <summary>Where it began.</summary>
    public string End { get; }

    /// <summary>How far it has gone: everything nearer is known.</summary>
    public int Depth { get; private set; }

    /// <summary>The entities at the depth that it may go on from.</summary>
    public IReadOnlyList<string> Frontier { get; private set; }

    /// <summary>All that was reached, with the distance from the end.</summary>
    public IReadOnlyDictionary<string, int> Distances => distances;

    /// <summary>The links of an entity that was gone on from; none of any other.</summary>
    public IReadOnlyList<Link> LinksOf(string id) => links.GetValueOrDefault(id, []);

    /// <summary>Takes entities out of those that it may go on from.</summary>
    public void Leave(Predicate<string> isLeft) => Frontier = [.. Frontier.Where(id => !isLeft(id))];

    /// <summary>Goes one step further.</summary>
    /// <param name="found">The links of the frontier, in its order.</param>
    /// <param name="admits">Whether an entity may be gone to.</param>
    public void Advance(IReadOnlyList<IReadOnlyList<Link>> found, Predicate<string> admits)
    {
        Depth++;
        var next = new List<string>();
        for (var i = 0; i < found.Count; i++)
        {
            links.Add(Frontier[i], found[i]);
            foreach (var link in found[i])
            {
                if (!distances.ContainsKey(link.Far) && admits(link.Far))
                {
                    distances.Add(link.Far, Depth);
                    next.Add(link.Far);
                }
            }
        }

        Frontier = next;
    }
}
