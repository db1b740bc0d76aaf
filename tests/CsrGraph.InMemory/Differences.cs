using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>What has to be changed to come from one state to a later one.</summary>
internal static class Differences
{
    public static IEnumerable<Change> Between(GraphView before, GraphView after) =>
    [
        .. Evidence(before).Except(Evidence(after)).Select(e => new Change.EvidenceRetracted(e.Claim, e.Piece)),
        .. before.Claims().Where(c => !after.Claim(c.Claim.Id).Any()).Select(c => new Change.ClaimRetracted(c.Claim)),
        .. before.Entities().Where(e => !Says(after, e)).Select(e => new Change.EntityRetracted(e)),
        .. after.Entities().Where(e => !Says(before, e)).Select(e => new Change.EntityAdded(e)),
        .. after.Claims().Where(c => !before.Claim(c.Claim.Id).Any()).Select(c => new Change.ClaimAdded(c.Claim, c.Order)),
        .. Evidence(after).Except(Evidence(before)).Select(e => new Change.EvidenceAdded(e.Claim, e.Piece)),
    ];

    private static bool Says(GraphView view, Entity entity) => view.Entity(entity.Id.Value)?.SaysTheSameAs(entity) == true;

    // By claim, then as the pieces of one claim are ordered everywhere.
    private static IEnumerable<(ClaimId Claim, Evidence Piece)> Evidence(GraphView view) =>
        view.State.Evidence.Keys.SelectMany(claim => Answers.InOrder(view.Evidence(claim)).Select(piece => (claim, piece)));
}
