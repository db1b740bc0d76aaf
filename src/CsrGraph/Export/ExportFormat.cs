using System.Diagnostics.CodeAnalysis;
using CsrGraph.Export.Lines;
using CsrGraph.Export.Tables;

namespace CsrGraph.Export;

/// <summary>A format in which the graph can be taken away.</summary>
public sealed class ExportFormat
{
    private ExportFormat(string name, string extension, string mediaType, string description, Func<GraphExport, Outbox, CancellationToken, Task> write)
    {
        (Name, Extension, MediaType, Description, Write) = (name, extension, mediaType, description, write);
    }

    /// <summary>Every format, in the order in which they are listed.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("jsonl", "jsonl", "application/x-ndjson", "JSON Lines: entities, documents, and claims with evidence; load reads it back", JsonLines.WriteAsync),
        new("csv", "zip", "application/zip", "CSV in a zip: nodes, edges, claims, evidence, documents, and a file a relation", CsvTables.WriteAsync),
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

    /// <summary>The names of all formats, for messages.</summary>
    public static string Names => string.Join(", ", All.Select(f => f.Name));

    /// <summary>Looks for a format by its name.</summary>
    public static bool TryFind(string? name, [NotNullWhen(true)] out ExportFormat? format)
    {
        format = All.FirstOrDefault(f => f.Name == name);
        return format is not null;
    }
}
