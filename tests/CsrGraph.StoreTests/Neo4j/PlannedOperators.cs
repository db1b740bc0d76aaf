using System.Text.Json;

namespace CsrGraph.StoreTests.Neo4j;

/// <summary>The operators of a plan, and which of them no statement of ours is to be planned with.</summary>
internal static class PlannedOperators
{
    // A writing statement reads and writes what is alike, so Neo4j gathers the rows between. They are a batch: what $rows or LIMIT $limit holds.
    private const string Batch = "gathers one batch";

    // One row of each side.
    private const string Pair = "two ends, each found by its id";

    // There are as many as there were loads.
    private const string Loads = "asks about all change-sets";

    // The one node that has the head.
    private const string Store = "stands beside the store's node";

    // It is about all of a kind; the deadline stops it.
    private const string KindBound = "asks about all claims";

    // What a statement may do all the same: the operator, the end of what was asked, and the reason.
    private static readonly (string Operator, string Asked, string Reason)[] Justified =
    [
        ("Eager", "cypher/queries/", Batch),
        ("CartesianProduct", "cypher/queries/add-", Pair),
        ("NodeByLabelScan", "claims by All", KindBound),
        ("IntersectionNodeByLabelsScan", "claims by All", KindBound),
        ("NodeByLabelScan", "claims by Group", KindBound),
        ("IntersectionNodeByLabelsScan", "claims by Group", KindBound),
        ("NodeByLabelScan", "count ", KindBound),
        ("IntersectionNodeByLabelsScan", "count ", KindBound),
        ("NodeByLabelScan", "change-sets", Loads),
        ("CartesianProduct", "change-sets", Store),
    ];

    /// <summary>The names of all operators of a plan.</summary>
    public static IEnumerable<string> Of(JsonElement plan) =>
        [plan.GetProperty("operatorType").GetString()!.Split('@')[0], .. plan.GetProperty("children").EnumerateArray().SelectMany(Of)];

    /// <summary>Whether it reads a whole label, type or index, multiplies rows, or gathers all of them before a write.</summary>
    public static bool IsRefused(string asked, string name) =>
        (name is "CartesianProduct" or "Eager" || (name.EndsWith("Scan", StringComparison.Ordinal) && name is not "NodeIndexContainsScan"))
        && !Justified.Any(j => j.Operator == name && asked.StartsWith(j.Asked, StringComparison.Ordinal));
}
