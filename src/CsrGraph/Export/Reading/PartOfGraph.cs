using System.Runtime.CompilerServices;
using CsrGraph.Model;

namespace CsrGraph.Export.Reading;

/// <summary>A part of the graph that is held in memory.</summary>
/// <param name="Entities">Entities and documents, by id.</param>
/// <param name="Claims">By id.</param>
internal sealed record PartOfGraph(IReadOnlyList<Entity> Entities, IReadOnlyList<ExportRow.Said> Claims) : IExportRows
{
    public async IAsyncEnumerable<ExportRow> ReadAsync(ClaimWriting? writing, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var entity in Entities)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new ExportRow.Thing(entity);
        }

        foreach (var claim in Claims)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return claim;
        }
    }
}
