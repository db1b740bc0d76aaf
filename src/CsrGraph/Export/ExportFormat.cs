using System.Diagnostics.CodeAnalysis;
using CsrGraph.Export.Investigations;
using CsrGraph.Export.Lines;
using CsrGraph.Export.Linked;
using CsrGraph.Export.Networks;
using CsrGraph.Export.Projections;
using CsrGraph.Export.Scripts;
using CsrGraph.Export.Tables;

namespace CsrGraph.Export;

/// <summary>A format in which the graph can be taken away.</summary>
public sealed class ExportFormat
{
    private ExportFormat(
        string name,
        string extension,
        string mediaType,
        string description,
        Func<GraphExport, Outbox, CancellationToken, Task> write,
        Func<ProjectedGraph, Outbox, CancellationToken, Task>? writeProjection = null)
    {
        (Name, Extension, MediaType, Description, Write, WriteProjection) = (name, extension, mediaType, description, write, writeProjection);
    }

    /// <summary>Every format, in the order in which they are listed.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("jsonl", "jsonl", "application/x-ndjson", "JSON Lines: entities, documents, and claims with evidence; load reads it back", JsonLines.WriteAsync, ProjectionLines.WriteAsync),
        new("csv", "zip", "application/zip", "CSV in a zip: nodes, edges, claims, evidence, documents, and a file a relation", CsvTables.WriteAsync, ProjectionTables.WriteAsync),
        new("gexf", "gexf", "application/gexf+xml", "GEXF 1.3: relations as a dynamic network, for Gephi", (e, o, c) => new Gexf(e.Vocabulary).WriteAsync(e, o, c), new ProjectionGexf().WriteAsync),
        new("graphml", "graphml", "application/graphml+xml", "GraphML: the same network, for igraph, NetworkX, yEd, Cytoscape", (e, o, c) => new GraphMl(e.Vocabulary).WriteAsync(e, o, c), new ProjectionGraphMl().WriteAsync),
        new("jsonld", "jsonld", "application/ld+json", "JSON-LD: schema.org, and PROV-O for the evidence", JsonLd.WriteAsync),
        new("ftm", "ftm.json", "application/x-ndjson", "FollowTheMoney entities, one a line, for Aleph and OpenSanctions' tools", FollowTheMoney.WriteAsync),
        new("cypher", "cypher", "text/x-cypher-query", "a Cypher script, for Neo4j", CypherScript.WriteAsync),
    ];

    /// <summary>What it is asked for by.</summary>
    public string Name { get; }

    /// <summary>What a file of it ends with, without the dot.</summary>
    public string Extension { get; }

    /// <summary>Its media type.</summary>
    public string MediaType { get; }

    /// <summary>What it holds, in one line.</summary>
    public string Description { get; }

    /// <summary>Writes an export.</summary>
    internal Func<GraphExport, Outbox, CancellationToken, Task> Write { get; }

    /// <summary>Writes a projection; null where the format has no place for one.</summary>
    internal Func<ProjectedGraph, Outbox, CancellationToken, Task>? WriteProjection { get; }

    /// <summary>The names of all formats, for messages.</summary>
    public static string Names => string.Join(", ", All.Select(f => f.Name));

    /// <summary>Refuses what it has no place for, before anything is read.</summary>
    /// <exception cref="ExportRefusedException">The request is for a projection, and the format is one of claims.</exception>
    public void Check(ExportRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Projection is null || WriteProjection is not null) return;
        var fitting = string.Join(", ", All.Where(f => f.WriteProjection is not null).Select(f => f.Name));
        throw new ExportRefusedException($"a projection is no claim, and {Name} is a format of claims: take {fitting}");
    }

    /// <summary>Looks for a format by its name.</summary>
    public static bool TryFind(string? name, [NotNullWhen(true)] out ExportFormat? format)
    {
        format = All.FirstOrDefault(f => f.Name == name);
        return format is not null;
    }
}
