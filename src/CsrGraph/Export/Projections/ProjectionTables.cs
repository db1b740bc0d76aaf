using System.IO.Compression;
using CsrGraph.Export.Tables;

namespace CsrGraph.Export.Projections;

/// <summary>CSV files in a zip: nodes and edges with the headers that Gephi and pandas expect, and <c>about.json</c>.</summary>
internal static class ProjectionTables
{
    public static async Task WriteAsync(ProjectedGraph graph, Outbox outbox, CancellationToken cancellation)
    {
        using var tables = new TableSet(graph.Scratch);
        var nodes = tables.Table("nodes.csv", ["Id", "Label", .. Headers(ProjectionColumns.OfNodes)]);
        var edges = tables.Table("edges.csv", ["Source", "Target", "Type", .. Headers(ProjectionColumns.OfEdges)]);
        foreach (var (node, entity) in graph.Nodes) nodes.Add([node.Id, entity.Name, .. ProjectionColumns.Of(node, entity)]);
        foreach (var edge in graph.Projection.EdgesByEnds())
        {
            cancellation.ThrowIfCancellationRequested();
            edges.Add([edge.A, edge.B, "Undirected", .. ProjectionColumns.Of(edge)]);
        }

        using var zip = new ZipArchive(outbox, ZipArchiveMode.Create, leaveOpen: true);
        CsvTables.WriteAbout(zip, json => ProjectionJson.Write(json, graph, withDocuments: true));
        await tables.WriteAsync(zip, outbox, cancellation);
    }

    // Tables begin their headers with capitals.
    private static IEnumerable<string> Headers(IEnumerable<Networks.Column> columns) => columns.Select(c => char.ToUpperInvariant(c.Name[0]) + c.Name[1..]);
}
