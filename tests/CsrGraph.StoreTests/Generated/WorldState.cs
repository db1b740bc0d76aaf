using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>What stands in one state of a world: only claims whose ends stand and that some evidence bears, only evidence whose document stands.</summary>
internal sealed record WorldState(
    IReadOnlyDictionary<EntityId, Entity> Entities,
    IReadOnlyDictionary<ClaimId, (Claim Claim, ClaimOrder Order)> Claims,
    IReadOnlySet<(ClaimId Claim, Evidence Evidence)> Evidence)
{
    public static WorldState Empty { get; } = new(
        new Dictionary<EntityId, Entity>(), new Dictionary<ClaimId, (Claim, ClaimOrder)>(), new HashSet<(ClaimId, Evidence)>());

    public static WorldState Of(World world, int state)
    {
        var entities = world.Entities.Select(e => e.At(state)).OfType<Entity>().ToDictionary(e => e.Id);
        var wanted = world.Claims
            .Where(c => c.Picks[state] > 0 && entities.ContainsKey(c.Claim.Subject) && (c.Claim.Object is not { } other || entities.ContainsKey(other)))
            .ToDictionary(c => c.Claim.Id, c => (c.Claim, Order: c.Picks[state] == 1 ? c.First : c.Second));
        var borne = world.Evidence.Where(e => e.Picks[state] && wanted.ContainsKey(e.Claim) && entities.ContainsKey(e.Evidence.Document)).ToList();

        // Evidence that counts to a roster stands only with it, and a roster is never itself counted.
        var rosters = borne.Where(e => wanted[e.Claim].Claim.Kind == ClaimKind.Roster).Select(e => e.Claim).ToHashSet();
        var evidence = borne.Where(e => e.Evidence.Roster is not { } roster || rosters.Contains(roster)).Select(e => (e.Claim, e.Evidence)).ToHashSet();
        var claims = evidence.Select(e => e.Claim).Distinct().ToDictionary(id => id, id => wanted[id]);
        return new WorldState(entities, claims, evidence);
    }

    public IEnumerable<Change> ChangesTo(WorldState after)
    {
        foreach (var (claim, piece) in Evidence.Except(after.Evidence)) yield return new Change.EvidenceRetracted(claim, piece);
        foreach (var (id, standing) in Claims.Where(c => !after.Claims.ContainsKey(c.Key))) yield return new Change.ClaimRetracted(standing.Claim);
        foreach (var entity in Entities.Values.Where(e => !after.Says(e))) yield return new Change.EntityRetracted(entity);
        foreach (var entity in after.Entities.Values.Where(e => !Says(e))) yield return new Change.EntityAdded(entity);
        foreach (var (id, standing) in after.Claims.Where(c => !Claims.ContainsKey(c.Key))) yield return new Change.ClaimAdded(standing.Claim, standing.Order);
        foreach (var (claim, piece) in after.Evidence.Except(Evidence)) yield return new Change.EvidenceAdded(claim, piece);
        foreach (var (id, standing) in after.Claims)
        {
            if (Claims.TryGetValue(id, out var past) && past.Order != standing.Order) yield return new Change.ClaimReordered(id, standing.Order);
        }

        foreach (var entity in after.Entities.Values.Where(Says))
        {
            if (Entities[entity.Id].Date != entity.Date) yield return new Change.EntityRedated(entity.Id, entity.Date);
        }
    }

    private bool Says(Entity entity) => Entities.TryGetValue(entity.Id, out var standing) && standing.SaysTheSameAs(entity);
}
