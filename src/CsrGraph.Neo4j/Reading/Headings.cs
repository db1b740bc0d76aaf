using System.Collections.Concurrent;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// The headings of entities at the head that the plain form tells of. Where most of them are known, rows need only name nodes; those that are not
/// known are read by one more statement. Where that would cost more than rows that bring headings, these are asked for, and are what is remembered.
/// </summary>
/// <param name="reads">Asks.</param>
/// <param name="statementCost">What one more statement costs, where a heading that comes with a row costs 1.</param>
internal sealed class Headings(ConsistentReads reads, double statementCost)
{
    // What a heading costs that is read by a statement of its own.
    private const double Sought = 2;

    private readonly ConcurrentDictionary<RelationKey, Met> relations = new();
    private NodeHeadings? remembered;

    /// <summary>What is known at this state; null where nothing of it is remembered.</summary>
    public NodeHeadings? At(AsOf asOf)
    {
        // A head that is settled has been reached.
        if (asOf.Head != reads.Settled || reads.Origin is not { } origin) return null;
        var last = Volatile.Read(ref remembered);
        if (last?.From != origin) Volatile.Write(ref remembered, last = NodeHeadings.Of(origin));
        return last;
    }

    /// <summary>True where the last answer was of the same database.</summary>
    public bool AreStill(NodeHeadings known) => known.From == reads.Origin;

    /// <summary>True where the rows that answer a request had better name nodes.</summary>
    public bool AreWorthNaming(RelationRequest request)
    {
        if (!relations.TryGetValue(request.Relation, out var met)) return false;
        var rows = met.RowsOfOne * request.Anchors.Count;
        var unknown = met.Unknown * rows;
        return (Math.Min(1, unknown) * statementCost) + (unknown * Sought) < rows;
    }

    /// <summary>Keeps how many rows answered a request, and how many of their headings were not known.</summary>
    public void Count(RelationRequest request, int rows, int unknown)
    {
        if (rows > 0) relations.GetOrAdd(request.Relation, _ => new Met()).Count((double)rows / request.Anchors.Count, (double)unknown / rows);
    }

    /// <summary>Reads headings that are not known, and remembers them.</summary>
    /// <returns>By node; without those that are no entities which stand.</returns>
    public async Task<IReadOnlyDictionary<long, Entity>> ReadAsync(
        NodeHeadings known, IReadOnlyCollection<long> nodes, AsOf asOf, CancellationToken cancellation)
    {
        var read = await EntityReads.NamedHeadingsAsync(reads, known, nodes, asOf, cancellation);
        var headings = new Dictionary<long, Entity>(read.Count);
        foreach (var named in read)
        {
            if (NodeHeadings.Read(named) is not ({ } node, var heading)) continue;
            headings[node] = heading;
            known.Add(asOf.Head, node, heading);
        }

        return headings;
    }

    // Estimates: of readers that count at once, one may be lost.
    private sealed class Met
    {
        private const double Weight = 0.2;

        private double rowsOfOne = -1;
        private double unknown;

        public double RowsOfOne => Volatile.Read(ref rowsOfOne);

        public double Unknown => Volatile.Read(ref unknown);

        public void Count(double rows, double share)
        {
            var weight = RowsOfOne < 0 ? 1 : Weight;
            Volatile.Write(ref unknown, ((1 - weight) * Unknown) + (weight * share));
            Volatile.Write(ref rowsOfOne, ((1 - weight) * RowsOfOne) + (weight * rows));
        }
    }
}
