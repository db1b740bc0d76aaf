using System.Text.Json;
using CsrGraph.Query.Projecting;

namespace CsrGraph.Export.Projections;

/// <summary>Says what a projection is as members of a JSON object.</summary>
internal static class ProjectionJson
{
    /// <summary>Writes the snapshot and what the whole of the projection is.</summary>
    public static void Write(Utf8JsonWriter json, ProjectedGraph graph, bool withDocuments)
    {
        var projection = graph.Projection;
        SnapshotJson.Write(json, graph.Snapshot, withDocuments);
        json.WriteStartObject("projection");
        json.WriteString("role", graph.Question.Role);
        json.WriteString("of", graph.Question.Of);
        json.WriteString("over", graph.Question.Over);
        json.WriteNumber("minWeight", graph.Question.MinWeight);
        WriteFilter(json, "filter", graph.Filter);
        WriteFilter(json, "overFilter", graph.OverFilter);
        json.WriteNumber("nodes", projection.Agents.Count);
        json.WriteNumber("edges", projection.Edges);
        json.WriteNumber("initiatives", projection.Initiatives.Count);
        json.WriteNumber("components", projection.Components);
        WriteNumber(json, "density", projection.Density);
        json.WriteNumber("communities", projection.Communities!.Count);
        WriteNumber(json, "modularity", projection.Modularity);
        if (projection.Betweenness!.Sample is { } sample) json.WriteNumber("betweennessSample", sample);
        json.WriteStartArray("warnings");
        foreach (var roster in projection.Warnings) Write(json, graph, roster);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProjectedGraph graph, PartialRoster roster)
    {
        json.WriteStartObject();
        json.WriteString("initiative", roster.Initiative);
        json.WriteString("name", graph.Entities[roster.Initiative].Name);
        if (roster.Stated is { } stated) json.WriteNumber("stated", stated);
        json.WriteNumber("named", roster.Named);
        json.WriteNumber("missing", roster.Missing);
        json.WriteNumber("missingPairs", roster.MissingPairs);
        json.WriteString("sentence", graph.Warning(roster));
        json.WriteEndObject();
    }

    private static void WriteFilter(Utf8JsonWriter json, string name, string? words)
    {
        if (words is null) return;
        json.WritePropertyName(name);
        json.WriteRawValue(words);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }
}
