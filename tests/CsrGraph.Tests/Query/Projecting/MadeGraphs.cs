using CsCheck;
using CsrGraph.Query.Projecting;

namespace CsrGraph.Tests.Query.Projecting;

/// <summary>Makes graphs.</summary>
internal static class MadeGraphs
{
    /// <summary>Small ones, some of them in several parts, with weights from 1 to 5.</summary>
    public static Gen<(int Nodes, List<(int A, int B, int Weight)> Edges)> Small { get; } =
        from nodes in Gen.Int[1, 12]
        from density in Gen.Double[0, 0.7]
        from chances in Gen.Double[0, 1].Array[nodes * nodes]
        from weights in Gen.Int[1, 5].Array[nodes * nodes]
        select (nodes, Pairs(nodes).Where(p => chances[(p.A * nodes) + p.B] < density).Select(p => (p.A, p.B, weights[(p.A * nodes) + p.B])).ToList());

    public static WeightedGraph Graph((int Nodes, List<(int A, int B, int Weight)> Edges) made) => WeightedGraph.Of(made.Nodes, made.Edges);

    private static IEnumerable<(int A, int B)> Pairs(int nodes) => Enumerable.Range(0, nodes).SelectMany(a => Enumerable.Range(a + 1, nodes - a - 1).Select(b => (a, b)));
}
