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
}

/// <summary>Where the rows of an export come from: a stream of the whole graph, or a part of it that is held.</summary>
internal interface IExportRows
{
    /// <summary>Entities and documents by id, then claims by id. May be read again.</summary>
    IAsyncEnumerable<ExportRow> ReadAsync(CancellationToken cancellation);
}
