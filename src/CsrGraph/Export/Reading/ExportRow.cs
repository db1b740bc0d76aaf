using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Export.Reading;

/// <summary>One thing that an export holds.</summary>
internal abstract record ExportRow
{
    private ExportRow()
    {
    }

    /// <summary>An entity, or a document.</summary>
    public sealed record Thing(Entity Entity) : ExportRow;

    /// <summary>A claim with its evidence, at least one piece, in the order of documents and places.</summary>
    public sealed record Said(Claim Claim, ClaimOrder Order, IReadOnlyList<Evidence> Evidence) : ExportRow;

    /// <summary>The same of a claim that was written when it was read. Its bytes are good until the next row is asked for.</summary>
    public sealed record Written(ReadOnlyMemory<byte> Subject, ReadOnlyMemory<byte> Claim, int Rank, IReadOnlyList<Evidence> Evidence) : ExportRow;
}

/// <summary>Writes a claim, so that it need not be kept as such until its evidence comes; empty where it has to be.</summary>
internal delegate ReadOnlySpan<byte> ClaimWriting(Claim claim);

/// <summary>Where the rows of an export come from: a stream of the whole graph, or a part of it that is held.</summary>
internal interface IExportRows
{
    /// <summary>Entities and documents by id, then claims by id. May be read again.</summary>
    /// <param name="writing">Writes claims ahead of their evidence; a source that holds both need not ask it.</param>
    /// <param name="cancellation">Stops the work.</param>
    IAsyncEnumerable<ExportRow> ReadAsync(ClaimWriting? writing, CancellationToken cancellation);
}
