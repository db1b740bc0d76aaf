using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>What Neo4j said of a statement besides its rows.</summary>
internal sealed class ResultSummary
{
    /// <summary>From where on others see what it wrote, or what it has seen; see <see cref="Neo4jClient.Follow"/>.</summary>
    public IReadOnlyList<string> Bookmarks { get; set; } = [];

    /// <summary>What it changed, by Neo4j's names (<c>nodesCreated</c>); empty where nobody asked.</summary>
    public IReadOnlyDictionary<string, long> Counters { get; set; } = new Dictionary<string, long>();

    /// <summary>The plan, where the statement begins with EXPLAIN or PROFILE.</summary>
    public JsonElement? Plan { get; set; }

    /// <summary>The transaction that it belongs to; null for one of its own.</summary>
    public string? Transaction { get; set; }

    /// <summary>Which member of a cluster holds the transaction: sent back with each of its requests.</summary>
    public string? Affinity { get; set; }

    /// <summary>The first error, if any: then nothing of the answer counts.</summary>
    public Neo4jException? Error { get; set; }
}
