using CsrGraph.Model;

namespace CsrGraph.Query.Paths;

/// <summary>One relation of a path.</summary>
/// <param name="Claim">The claim that says so: a certain one before one that the text leaves open, then the first by day and place.</param>
/// <param name="IsForward">True where the relation leads from <paramref name="From"/> to <paramref name="To"/>, false where it is the other way round.</param>
/// <param name="From">Where the path comes from.</param>
/// <param name="To">Where it goes to.</param>
public sealed record Hop(Claim Claim, bool IsForward, Entity From, Entity To);

/// <summary>A path.</summary>
/// <param name="Hops">Its relations, in its order; none where both ends are one entity.</param>
public sealed record FoundPath(IReadOnlyList<Hop> Hops);

/// <summary>An entity that was reached and not walked through.</summary>
/// <param name="Entity">Which.</param>
/// <param name="Degree">How many entities it is linked to by the relation types asked for, each counted once for each type and direction.</param>
public sealed record Hub(Entity Entity, long Degree);

/// <summary>How two entities are connected.</summary>
public sealed record PathAnswer
{
    /// <summary>What was asked.</summary>
    public required PathQuestion Question { get; init; }

    /// <summary>Where the paths begin.</summary>
    public required Entity From { get; init; }

    /// <summary>Where they end.</summary>
    public required Entity To { get; init; }

    /// <summary>How many relations the shortest paths have; null where none was found.</summary>
    public int? Length { get; init; }

    /// <summary>
    /// The shortest paths, at most as many as asked for, ordered by their first hop, then by the second and so on; a hop by the id that it leads to,
    /// then by relation type, then forward before backward.
    /// </summary>
    public IReadOnlyList<FoundPath> Paths { get; init; } = [];

    /// <summary>How many shortest paths there are.</summary>
    public long Count { get; init; }

    /// <summary>How many entities were reached, the ends among them.</summary>
    public required long Entities { get; init; }

    /// <summary>How many relations were read.</summary>
    public required long Relations { get; init; }

    /// <summary>The hubs that were reached and not walked through, those of the highest degree first, then by id; the first 100.</summary>
    public IReadOnlyList<Hub> NotEntered { get; init; } = [];

    /// <summary>How many such hubs there are.</summary>
    public int NotEnteredCount { get; init; }

    /// <summary>The names of whoever the claims of the paths name, by id.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();
}
