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
/// <param name="leastApart">How many distinct entities a row must lead to, on the average, where more is to be read of them along with the rows.</param>
internal sealed class Headings(ConsistentReads reads, double statementCost, double leastApart)
{
    // What a heading costs that is read by a statement of its own.
    private const double Sought = 2;

    // Entities were written one after the other, and who asks for one is likely to ask for those beside it. How many are read, at most, and of how many.
    private const int MostRead = 4_096;
    private const int LongestLine = 64;

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

    /// <summary>How many rows an anchor has, about.</summary>
    public double RowsOfOne(RelationKey relation) => relations.TryGetValue(relation, out var met) ? met.RowsOfOne : 1;

    /// <summary>How many rows so many anchors bring, with what is read along, about.</summary>
    public double RowsOf(RelationRequest request, double anchors)
    {
        var rows = anchors * RowsOfOne(request.Relation);
        return rows + request.Ahead.Sum(a => RowsOf(a.Request, rows));
    }

    /// <summary>True where so many rows cost more than one more statement.</summary>
    public bool AreWorthAStatement(double rows) => rows > statementCost;

    /// <summary>
    /// True where what is asked of the far ends had better be read along with the rows: nearly each row leads to another one, so that hardly anything
    /// would be read twice.
    /// </summary>
    public bool AreWorthFollowing(RelationKey relation) => leastApart <= 0 || (relations.TryGetValue(relation, out var met) && met.Apart >= leastApart);

    /// <summary>
    /// Says which lists of one answer had better name nodes. The statement that reads what is not known is one for all of them.
    /// </summary>
    public void Name(IReadOnlyList<FarList> lists)
    {
        var (rows, unknown) = (0.0, 0.0);
        foreach (var list in lists)
        {
            if (!relations.TryGetValue(list.Request.Relation, out var met)) continue;
            list.IsNamed = met.Unknown * Sought < 1;
            if (!list.IsNamed) continue;
            rows += met.RowsOfOne * list.Anchors;
            unknown += met.Unknown * met.RowsOfOne * list.Anchors;
        }

        if ((Math.Min(1, unknown) * statementCost) + (unknown * Sought) < rows) return;
        foreach (var list in lists) list.IsNamed = false;
    }

    /// <summary>Keeps what an answer has had of a relation.</summary>
    public void Count(RelationKey relation, FarCounts had)
    {
        if (had.Rows > 0) relations.GetOrAdd(relation, _ => new Met()).Count(had);
    }

    /// <summary>Reads headings that are not known, with those of the nodes beside them, and remembers them.</summary>
    /// <returns>By node; without those that are no entities which stand.</returns>
    public async Task<IReadOnlyDictionary<long, Entity>> ReadAsync(
        NodeHeadings known, IReadOnlyCollection<long> nodes, AsOf asOf, CancellationToken cancellation)
    {
        var read = await EntityReads.NamedHeadingsAsync(reads, known, Lines(nodes), asOf, cancellation);
        var headings = new Dictionary<long, Entity>(read.Count);
        foreach (var named in read)
        {
            if (NodeHeadings.Read(named) is not ({ } node, var heading)) continue;
            headings[node] = heading;
            known.Add(asOf.Head, node, heading);
        }

        return headings;
    }

    private static IReadOnlyCollection<long> Lines(IReadOnlyCollection<long> nodes)
    {
        var line = LongestLine;
        while (line > 1 && line * nodes.Count > MostRead) line /= 2;
        return line == 1 ? nodes : nodes.Select(n => n - (n % line)).Distinct().SelectMany(n => Enumerable.Range(0, line).Select(i => n + i)).ToHashSet();
    }

    // Estimates: of readers that count at once, one may be lost.
    private sealed class Met
    {
        private const double Weight = 0.2;

        private double rowsOfOne = -1;
        private double unknown;
        private double apart = -1;

        public double RowsOfOne => Volatile.Read(ref rowsOfOne);

        public double Unknown => Volatile.Read(ref unknown);

        /// <summary>How many distinct entities a row leads to; negative where nobody looked.</summary>
        public double Apart => Volatile.Read(ref apart);

        public void Count(FarCounts had)
        {
            Add(ref unknown, had.Unknown / (double)had.Rows, RowsOfOne < 0);
            Add(ref rowsOfOne, had.Rows / (double)had.Anchors, RowsOfOne < 0);
            if (had.Ends.Count > 0) Add(ref apart, had.Ends.Count / (double)had.Rows, Apart < 0);
        }

        private static void Add(ref double mean, double value, bool isFirst) =>
            Volatile.Write(ref mean, isFirst ? value : ((1 - Weight) * Volatile.Read(ref mean)) + (Weight * value));
    }
}
