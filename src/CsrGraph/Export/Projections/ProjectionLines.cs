using System.Text.Encodings.Web;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Query.Projecting;

namespace CsrGraph.Export.Projections;

/// <summary>JSON Lines: what the projection is, then a node a line, then an edge a line with the initiatives behind it. It is a result, which load does not read.</summary>
internal static class ProjectionLines
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(ProjectedGraph graph, Outbox outbox, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(outbox, Plain);
        WriteLine(() =>
        {
            json.WriteString("csrgraph", "projection");
            ProjectionJson.Write(json, graph, withDocuments: false);
        });
        foreach (var (node, entity) in graph.Nodes)
        {
            WriteLine(() => Write(json, node, entity));
            await outbox.SendAsync(cancellation);
        }

        foreach (var edge in graph.Projection.EdgesByEnds())
        {
            WriteLine(() => Write(json, edge));
            await outbox.SendAsync(cancellation);
        }

        void WriteLine(Action members)
        {
            json.WriteStartObject();
            members();
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            outbox.WriteByte((byte)'\n');
        }
    }

    private static void Write(Utf8JsonWriter json, ProjectedNode node, Entity entity)
    {
        json.WriteString("id", node.Id);
        json.WriteString("name", entity.Name);
        json.WriteString("kind", entity.Kind);
        if (entity.Category is not null) json.WriteString("category", entity.Category);
        json.WriteNumber("degree", node.Degree);
        json.WriteNumber("weightedDegree", node.WeightedDegree);
        json.WriteNumber("betweenness", node.Betweenness!.Value);
        json.WriteNumber("community", node.Community!.Value);
    }

    private static void Write(Utf8JsonWriter json, ProjectedEdge edge)
    {
        json.WriteStartArray("ends");
        json.WriteStringValue(edge.A);
        json.WriteStringValue(edge.B);
        json.WriteEndArray();
        json.WriteNumber("weight", edge.Weight);
        json.WriteNumber("newman", edge.Newman);
        json.WriteNumber("jaccard", edge.Jaccard);
        json.WriteNumber("expected", edge.Expected);
        json.WriteNumber("probability", edge.Probability);
        json.WriteStartArray("initiatives");
        foreach (var id in edge.Initiatives) json.WriteStringValue(id);
        json.WriteEndArray();
    }
}
