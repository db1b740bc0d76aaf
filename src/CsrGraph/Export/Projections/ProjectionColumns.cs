using System.Globalization;
using CsrGraph.Export.Networks;
using CsrGraph.Model;
using CsrGraph.Query.Projecting;

namespace CsrGraph.Export.Projections;

/// <summary>What the nodes and the edges of a projection say, as columns of a network file or a table.</summary>
internal static class ProjectionColumns
{
    /// <summary>Of a node, after its id and its name.</summary>
    public static readonly Column[] OfNodes =
        [new("kind"), new("category"), new("degree", ColumnType.Integer), new("weightedDegree", ColumnType.Integer), new("betweenness", ColumnType.Real), new("community", ColumnType.Integer)];

    /// <summary>Of an edge, after its ends.</summary>
    public static readonly Column[] OfEdges =
    [
        new("weight", ColumnType.Integer), new("newman", ColumnType.Real), new("jaccard", ColumnType.Real), new("expected", ColumnType.Real), new("probability", ColumnType.Real),
        new("initiatives"),
    ];

    /// <summary>The values of <see cref="OfNodes"/>.</summary>
    public static string?[] Of(ProjectedNode node, Entity entity) =>
        [entity.Kind, entity.Category, Digits(node.Degree), Digits(node.WeightedDegree), Digits(node.Betweenness!.Value), Digits(node.Community!.Value)];

    /// <summary>The values of <see cref="OfEdges"/>; the initiatives are ids with spaces between.</summary>
    public static string?[] Of(ProjectedEdge edge) =>
        [Digits(edge.Weight), Digits(edge.Newman), Digits(edge.Jaccard), Digits(edge.Expected), Digits(edge.Probability), string.Join(' ', edge.Initiatives)];

    private static string Digits(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
