using System.Runtime.CompilerServices;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Export.Reading;

/// <summary>All that stands after a change-set, and may hold on a day; read as a stream.</summary>
internal sealed class WholeGraph(IGraphStore store, AsOf asOf, string scratch) : IExportRows
{
    public async IAsyncEnumerable<ExportRow> ReadAsync(ClaimWriting? writing, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var claims = new ClaimSpool(scratch, writing);
        ClaimId? last = null;
        var pieces = new List<Evidence>();
        await foreach (var change in store.ChangesAsync(0, asOf.Head, cancellation).AheadAsync(cancellation))
        {
            switch (change)
            {
                case Change.EntityAdded(var entity):
                    yield return new ExportRow.Thing(entity);
                    break;
                case Change.ClaimAdded(var claim, var order) when IsValid(order):
                    claims.Add(claim, order);
                    break;
                case Change.EvidenceAdded(var claim, var piece):
                    if (last is { } before && before != claim && Said(claims, before, pieces) is { } said) yield return said;
                    last = claim;
                    pieces.Add(piece);
                    break;
            }
        }

        if (last is { } id && Said(claims, id, pieces) is { } end) yield return end;
    }

    private static ExportRow? Said(ClaimSpool claims, ClaimId id, List<Evidence> pieces)
    {
        var said = claims.Find(id, pieces);
        pieces.Clear();
        return said;
    }

    // As AsOf says it.
    private bool IsValid(ClaimOrder order) =>
        asOf.ValidAt is not { } day || (!(order.FromDay > day.DayNumber) && !(order.UntilDay < day.DayNumber));
}
