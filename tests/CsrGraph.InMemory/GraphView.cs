using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>A claim as it stands at one head.</summary>
internal readonly record struct StandingClaim(Claim Claim, ClaimOrder Order);

/// <summary>What stands, and is valid, at one state of the graph.</summary>
/// <param name="state">All versions.</param>
/// <param name="asOf">The state asked.</param>
/// <param name="witness">Told of each condition whether it held of what it was put to; null where nobody looks.</param>
internal sealed class GraphView(GraphState state, AsOf asOf, Action<object, bool>? witness = null)
{
    public GraphState State => state;

    public long Head => asOf.Head;

    /// <summary>What stands, in order, where the state's own head is asked; null where it is another, or a day.</summary>
    public HeadIndex? Index => asOf == new AsOf(state.Head) ? state.Index : null;

    /// <summary>Whether a condition held, once that was told.</summary>
    public bool Witnessed(object filter, bool holds)
    {
        witness?.Invoke(filter, holds);
        return holds;
    }

    public Entity? Entity(string id) => state.Entities.TryGetValue(id, out var versions) ? versions.SingleOrDefault(v => v.StandsAt(Head))?.At(Head) : null;

    public Entity? EntityOrSuccessor(string id) => Entity(id) ?? Entities().FirstOrDefault(e => e.Formerly.Any(f => f.Value == id));

    /// <summary>By id.</summary>
    public IEnumerable<Entity> Entities() => state.Entities.Values.SelectMany(versions => versions).Where(v => v.StandsAt(Head)).Select(v => v.At(Head));

    public IEnumerable<StandingClaim> Claims() => state.Claims.Keys.SelectMany(Claim);

    /// <summary>The claim, or nothing where it does not stand or is not valid.</summary>
    public IEnumerable<StandingClaim> Claim(ClaimId id)
    {
        if (!state.Claims.TryGetValue(id, out var versions)) yield break;
        if (versions.SingleOrDefault(v => v.StandsAt(Head)) is not { } version) yield break;
        var order = version.OrderAt(Head);
        if (IsValid(order)) yield return new StandingClaim(version.Claim, order);
    }

    public IEnumerable<StandingClaim> ClaimsOfSubject(string id) => state.BySubject.GetValueOrDefault(id, []).SelectMany(Claim);

    public IEnumerable<StandingClaim> ClaimsOfObject(string id) => state.ByObject.GetValueOrDefault(id, []).SelectMany(Claim);

    public IEnumerable<StandingClaim> ClaimsOfEnd(string id) =>
        state.BySubject.GetValueOrDefault(id, []).Union(state.ByObject.GetValueOrDefault(id, [])).SelectMany(Claim);

    public IEnumerable<StandingClaim> ClaimsOfRoster(string id) => state.ByRoster.GetValueOrDefault(id, []).SelectMany(Claim)
        .Where(c => Evidence(c.Claim.Id).Any(e => e.Roster?.ToString() == id));

    public IEnumerable<StandingClaim> ClaimsOfDocument(string id) => state.ByDocument.GetValueOrDefault(id, []).SelectMany(Claim)
        .Where(c => Evidence(c.Claim.Id).Any(e => e.Document.Value == id));

    public IEnumerable<Evidence> Evidence(ClaimId claim) =>
        state.Evidence.TryGetValue(claim, out var versions) ? versions.Where(v => v.StandsAt(Head)).Select(v => v.Evidence) : [];

    /// <summary>The standing relations of an entity with the entity at the other end; one that has itself at the other end comes once.</summary>
    public IEnumerable<(StandingClaim Relation, Entity Far)> Relations(string anchor, RelationKey key)
    {
        var claims = key.Anchor switch
        {
            RelationEnd.Subject => ClaimsOfSubject(anchor),
            RelationEnd.Object => ClaimsOfObject(anchor),
            _ => ClaimsOfEnd(anchor),
        };
        return WithFar(
            claims.Where(c => IsRelation(c.Claim, key.Type)),
            c => key.Anchor != RelationEnd.Object && c.Subject.Value == anchor && c.Object is { } other ? other : c.Subject);
    }

    /// <summary>The standing relations of a type that a roster counts, with their subjects.</summary>
    public IEnumerable<(StandingClaim Relation, Entity Far)> Members(string roster, string type) =>
        WithFar(ClaimsOfRoster(roster).Where(c => IsRelation(c.Claim, type)), c => c.Subject);

    /// <summary>True where no day is asked for, or the claim may hold on it.</summary>
    public bool IsValid(ClaimOrder order) =>
        asOf.ValidAt is not { } day || (!(order.FromDay > day.DayNumber) && !(order.UntilDay < day.DayNumber));

    private static bool IsRelation(Claim claim, string type) => claim.Kind == ClaimKind.Relation && claim.Type == type;

    private IEnumerable<(StandingClaim, Entity)> WithFar(IEnumerable<StandingClaim> claims, Func<Claim, EntityId> far) =>
        from claim in claims
        let entity = Entity(far(claim.Claim).Value)
        where entity is not null
        select (claim, entity);
}
