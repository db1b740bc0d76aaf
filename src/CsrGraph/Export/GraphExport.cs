using CsrGraph.Export.Projections;
using CsrGraph.Export.Reading;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export;

/// <summary>
/// A part of the graph in one state, ready to be written in any format, as often as wished. What is written is streamed: memory holds the ids of
/// entities and documents, and not the claims, which are sorted in scratch files.
/// </summary>
public sealed class GraphExport
{
    private readonly IExportRows rows;

    internal GraphExport(VocabularyDefinition vocabulary, ExportSnapshot snapshot, IExportRows rows, string scratch)
    {
        (Vocabulary, Snapshot, this.rows, Scratch) = (vocabulary, snapshot, rows, scratch);
    }

    /// <summary>What it shows.</summary>
    public ExportSnapshot Snapshot { get; }

    /// <summary>What is written instead of the claims; null for these.</summary>
    internal ProjectedGraph? Projected { get; init; }

    internal VocabularyDefinition Vocabulary { get; }

    /// <summary>A folder for scratch files; nothing stays there.</summary>
    internal string Scratch { get; }

    /// <summary>Finds out what is to be exported.</summary>
    /// <param name="store">The store; not owned.</param>
    /// <param name="vocabulary">What it holds.</param>
    /// <param name="request">Which part, in which state.</param>
    /// <param name="scratch">A folder with room for about twice what the export takes; nothing stays there.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ExportRefusedException">There is no such state or entity, or it is too much around the entities.</exception>
    public static Task<GraphExport> OpenAsync(
        IGraphStore store, VocabularyDefinition vocabulary, ExportRequest request, string scratch, CancellationToken cancellation) =>
        new ExportOpening(store, vocabulary, scratch).OpenAsync(request, cancellation);

    /// <summary>Writes it; the stream stays open.</summary>
    /// <param name="format">One that lets pass what was asked for, see <see cref="ExportFormat.Check"/>.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="StoreUnavailableException">The store failed on the way, or there is no room in the scratch folder. What was written is no whole export.</exception>
    public async Task WriteAsync(ExportFormat format, Stream output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(format);
        using var outbox = new Outbox(output);
        if (Projected is null) await format.Write(this, outbox, cancellation);
        else await format.WriteProjection!(Projected, outbox, cancellation);
        await outbox.SendAllAsync(cancellation);
    }

    /// <summary>Writes the rows one after the other, and sends what they come to.</summary>
    /// <param name="outbox">Where they are written.</param>
    /// <param name="thing">Writes an entity or a document.</param>
    /// <param name="said">Writes a claim.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal async Task WriteRowsAsync(Outbox outbox, Action<Entity> thing, Action<ExportRow.Said> said, CancellationToken cancellation)
    {
        await foreach (var row in RowsAsync(cancellation))
        {
            switch (row)
            {
                case ExportRow.Thing(var entity):
                    thing(entity);
                    break;
                case ExportRow.Said claim:
                    said(claim);
                    break;
            }

            await outbox.SendAsync(cancellation);
        }
    }

    /// <summary>Entities and documents by id, then claims by id, each with its evidence.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="writing">Writes claims ahead of their evidence, which saves keeping them; not every source asks it.</param>
    internal IAsyncEnumerable<ExportRow> RowsAsync(CancellationToken cancellation, ClaimWriting? writing = null) => rows.ReadAsync(writing, cancellation);
}
