using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Changes;

/// <summary>Computes the inverse of a change-set, applied to the store as it is now.</summary>
public sealed class RollbackPlanner(IGraphStore store, VocabularyDefinition vocabulary)
{
    /// <summary>
    /// Plans it. What a later change-set has undone already is left alone; what a later one builds on, or has changed again, stands in the way and
    /// is among the problems. Null where there is no such change-set.
    /// </summary>
    public async Task<ChangePlan?> PlanAsync(long number, CancellationToken cancellation)
    {
        var head = await store.HeadAsync(cancellation);
        if (number < 1 || number > head) return null;
        var done = new List<Change>();
        await foreach (var change in store.ChangesAsync(number - 1, number, cancellation)) done.Add(change);

        var reading = new StoreReading(store, head);
        var draft = new ChangeDraft();
        var problems = new List<Problem>();
        await InvertEvidenceAsync(draft, reading, done, cancellation);
        await InvertEntitiesAsync(draft, reading, done, number, problems, cancellation);
        await RequireEndsAsync(draft, reading, number, problems, cancellation);
        var gone = draft.RetractedEntities.Values.Where(e => !draft.AddedEntities.ContainsKey(e.Id)).ToList();
        problems.AddRange(await new EntityUse(reading, vocabulary).ProblemsAsync(draft, gone, Place(number), cancellation));
        if (problems.Count > 0) return new ChangePlan(head, [], problems);
        return new ChangePlan(head, await new Derivation(reading, vocabulary).CompleteAsync(draft, cancellation), []);
    }

    private static async Task InvertEvidenceAsync(ChangeDraft draft, StoreReading reading, List<Change> done, CancellationToken cancellation)
    {
        var added = done.OfType<Change.EvidenceAdded>().ToList();
        var retracted = done.OfType<Change.EvidenceRetracted>().ToList();
        var ids = added.Select(c => c.Claim).Concat(retracted.Select(c => c.Claim)).Distinct().ToList();
        var rows = await reading.ClaimsAsync(ClaimsBy.Id, ids.Select(i => i.ToString()), null, cancellation, withRetracted: true);
        var claims = rows.ToDictionary(r => r.Claim.Id, r => r.Claim);
        var standing = await reading.EvidenceAsync(ids, cancellation);
        foreach (var change in added)
        {
            if (standing.GetValueOrDefault(change.Claim)?.Contains(change.Evidence) == true) draft.Retract(claims[change.Claim], change.Evidence);
        }

        foreach (var change in retracted)
        {
            if (standing.GetValueOrDefault(change.Claim)?.Contains(change.Evidence) != true) draft.Add(claims[change.Claim], change.Evidence);
        }
    }

    private static async Task InvertEntitiesAsync(
        ChangeDraft draft, StoreReading reading, List<Change> done, long number, List<Problem> problems, CancellationToken cancellation)
    {
        var before = done.OfType<Change.EntityRetracted>().ToDictionary(c => c.Entity.Id, c => c.Entity);
        var after = done.OfType<Change.EntityAdded>().ToDictionary(c => c.Entity.Id, c => c.Entity);
        var now = await reading.EntitiesAsync(before.Keys.Concat(after.Keys), cancellation);
        foreach (var id in before.Keys.Union(after.Keys).Order())
        {
            var (wanted, made, standing) = (before.GetValueOrDefault(id), after.GetValueOrDefault(id), now.GetValueOrDefault(id));
            if (Same(wanted, standing)) continue;
            if (Same(made, standing)) draft.Replace(standing, wanted);
            else problems.Add(InTheWay(number, $"{id} was changed again by a later change-set", "roll the later change-set back first"));
        }
    }

    private static bool Same(Entity? one, Entity? other) => one is null ? other is null : other is not null && one.SaysTheSameAs(other);

    // A claim that would stand again needs its ends and its document.
    private static async Task RequireEndsAsync(
        ChangeDraft draft, StoreReading reading, long number, List<Problem> problems, CancellationToken cancellation)
    {
        var needed = draft.AddedEvidence.SelectMany(e => e.Value.Select(p => (draft.Claims[e.Key], p.Document)))
            .SelectMany(n => new EntityId?[] { n.Item1.Subject, n.Item1.Object, n.Document }).OfType<EntityId>().ToHashSet();
        var now = await reading.EntitiesAsync(needed, cancellation);
        foreach (var id in needed.Order())
        {
            var stands = draft.AddedEntities.ContainsKey(id) || (now.ContainsKey(id) && !draft.RetractedEntities.ContainsKey(id));
            if (!stands) problems.Add(InTheWay(number, $"{id}, which claims to be restored speak of, is no longer there", "roll the later change-set that retracted it back first"));
        }
    }

    private static Problem InTheWay(long number, string what, string toDo) => new(Place(number), null, null, what, toDo);

    private static string Place(long number) => $"change-set {number}";
}
