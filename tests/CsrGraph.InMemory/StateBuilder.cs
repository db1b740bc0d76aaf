using System.Collections.Immutable;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Applies the changes of one change-set to a state; the state it began with stays as it was.</summary>
internal sealed class StateBuilder(GraphState state)
{
    private readonly long number = state.Head + 1;
    private readonly ImmutableSortedDictionary<string, ImmutableList<EntityVersion>>.Builder entities = state.Entities.ToBuilder();
    private readonly ImmutableSortedDictionary<ClaimId, ImmutableList<ClaimVersion>>.Builder claims = state.Claims.ToBuilder();
    private readonly ImmutableSortedDictionary<ClaimId, ImmutableList<EvidenceVersion>>.Builder evidence = state.Evidence.ToBuilder();
    private readonly ImmutableDictionary<string, ImmutableHashSet<ClaimId>>.Builder bySubject = state.BySubject.ToBuilder();
    private readonly ImmutableDictionary<string, ImmutableHashSet<ClaimId>>.Builder byObject = state.ByObject.ToBuilder();
    private readonly ImmutableDictionary<string, ImmutableHashSet<ClaimId>>.Builder byDocument = state.ByDocument.ToBuilder();
    private readonly ImmutableDictionary<string, ImmutableHashSet<ClaimId>>.Builder byRoster = state.ByRoster.ToBuilder();
    private long added;
    private long retracted;

    /// <exception cref="InvalidOperationException">The change makes no sense in this state.</exception>
    public void Apply(Change change)
    {
        switch (change)
        {
            case Change.EntityAdded(var entity):
                Add(entities, entity.Id.Value, new EntityVersion(entity with { Date = null }, [new(number, entity.Date)], number, null), _ => true, change);
                break;
            case Change.EntityRetracted(var entity):
                Replace(entities, entity.Id.Value, v => v.Undated.SaysTheSameAs(entity), v => v with { RetractedIn = number }, change);
                break;
            case Change.ClaimAdded(var claim, var order):
                Add(claims, claim.Id, new ClaimVersion(claim, [new(number, order)], number, null), _ => true, change);
                Index(bySubject, claim.Subject.Value, claim.Id);
                if (claim.Object is { } other) Index(byObject, other.Value, claim.Id);
                added++;
                break;
            case Change.ClaimRetracted(var claim):
                Replace(claims, claim.Id, _ => true, v => v with { RetractedIn = number }, change);
                retracted++;
                break;
            case Change.EvidenceAdded(var claim, var piece):
                if (!claims.TryGetValue(claim, out var bearing) || !bearing.Any(Stands)) throw Nonsense(change, "its claim does not stand");
                Add(evidence, claim, new EvidenceVersion(claim, piece, number, null), v => v.Evidence == piece, change);
                Index(byDocument, piece.Document.Value, claim);
                if (piece.Roster is { } roster) Index(byRoster, roster.ToString(), claim);
                break;
            case Change.EvidenceRetracted(var claim, var piece):
                Replace(evidence, claim, v => v.Evidence == piece, v => v with { RetractedIn = number }, change);
                break;
            case Change.ClaimReordered(var claim, var order):
                Replace(claims, claim, _ => true, v => v with { Orders = v.Orders.Add(new(number, order)) }, change);
                break;
            case Change.EntityRedated(var entity, var date):
                Replace(entities, entity.Value, _ => true, v => v with { Dates = v.Dates.Add(new(number, date)) }, change);
                break;
            default:
                throw Nonsense(change, "there is no such change");
        }
    }

    public GraphState Build(NewChangeSet changeSet)
    {
        var at = state.ChangeSets.IsEmpty || changeSet.At >= state.ChangeSets[^1].At ? changeSet.At : state.ChangeSets[^1].At;
        return new GraphState
        {
            Entities = entities.ToImmutable(),
            Claims = claims.ToImmutable(),
            Evidence = evidence.ToImmutable(),
            BySubject = bySubject.ToImmutable(),
            ByObject = byObject.ToImmutable(),
            ByDocument = byDocument.ToImmutable(),
            ByRoster = byRoster.ToImmutable(),
            ChangeSets = state.ChangeSets.Add(
                new ChangeSet(number, at, changeSet.Author, changeSet.Message, changeSet.SourceHash, added, retracted)),
        };
    }

    private static bool Stands(Version version) => version.RetractedIn is null;

    private void Add<TKey, TVersion>(
        ImmutableSortedDictionary<TKey, ImmutableList<TVersion>>.Builder rows, TKey key, TVersion version, Predicate<TVersion> isTheSame, Change change)
        where TKey : notnull
        where TVersion : Version
    {
        var versions = rows.GetValueOrDefault(key, []);
        if (versions.Any(v => Stands(v) && isTheSame(v))) throw Nonsense(change, "it stands already");
        if (change is not Change.EntityAdded && versions.Any(v => v.RetractedIn == number && isTheSame(v))) throw Nonsense(change, "it was just retracted");
        rows[key] = versions.Add(version);
    }

    private static void Replace<TKey, TVersion>(
        ImmutableSortedDictionary<TKey, ImmutableList<TVersion>>.Builder rows,
        TKey key,
        Predicate<TVersion> isTheOne,
        Func<TVersion, TVersion> replacement,
        Change change)
        where TKey : notnull
        where TVersion : Version
    {
        var versions = rows.GetValueOrDefault(key, []);
        var place = versions.FindIndex(v => Stands(v) && isTheOne(v));
        if (place < 0) throw Nonsense(change, "no such thing stands");
        rows[key] = versions.SetItem(place, replacement(versions[place]));
    }

    private static void Index(ImmutableDictionary<string, ImmutableHashSet<ClaimId>>.Builder index, string key, ClaimId claim) =>
        index[key] = index.GetValueOrDefault(key, []).Add(claim);

    private static InvalidOperationException Nonsense(Change change, string why) => new($"{change.GetType().Name} makes no sense, {why}: {change}");
}
