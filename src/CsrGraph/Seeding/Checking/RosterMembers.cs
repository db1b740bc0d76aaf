using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Seeding.Reading;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>Ties the claims of one document to the rosters that they name, and compares who is named with what is stated.</summary>
/// <param name="drafts">The document's claims.</param>
/// <param name="complete">False where some claims could not be read, so that nobody is missed for that.</param>
/// <param name="allRosters">False where some rosters could not be read, so that no key is called unknown for that.</param>
internal sealed class RosterMembers(IReadOnlyList<ClaimDraft> drafts, bool complete, bool allRosters)
{
    private readonly Dictionary<string, ClaimDraft> rosters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<EntityId>> members = new(StringComparer.Ordinal);

    public IReadOnlyList<SeedClaim> Resolve()
    {
        foreach (var draft in drafts.Where(d => d.Roster?.Key is not null))
        {
            var roster = draft.Roster!;
            if (!rosters.TryAdd(roster.Key!, draft)) roster.KeyNode.Refuse($"the key '{roster.Key}' stands twice in this file", "give each roster a key of its own");
            members.TryAdd(roster.Key!, []);
        }

        var claims = drafts.Select(Tied).ToList();
        foreach (var draft in drafts.Where(d => d.Roster is not null)) Compare(draft.Roster!);
        return claims;
    }

    private SeedClaim Tied(ClaimDraft draft)
    {
        var evidence = draft.Evidence;
        if (draft.RosterNode is { } node && Roster(node, draft.Claim) is { } roster)
        {
            members[roster.Roster!.Key!].Add(draft.Claim.Subject);
            evidence = [.. evidence.Select(e => new Evidence(e.Document, e.Quote, e.Span, e.Grade, e.Note, roster.Claim.Id))];
        }

        return new SeedClaim(draft.Claim, evidence, draft.Place.Line);
    }

    private ClaimDraft? Roster(YamlNode node, Claim claim)
    {
        if (node.Text() is not { } key) return null;
        if (!rosters.TryGetValue(key, out var draft))
        {
            var toDo = rosters.Count == 0 ? "write the roster, with this key" : $"write one of {string.Join(", ", rosters.Keys)}";
            if (allRosters) node.Refuse($"no roster of this file has the key '{key}'", toDo);
            return null;
        }

        var roster = draft.Roster!.Value;
        if (roster.Role == claim.Type && roster.Initiative == claim.Object) return draft;
        node.Refuse($"the roster '{key}' counts who {roster.Role} {roster.Initiative}, which this claim does not say", "name the roster that counts it, or none");
        return null;
    }

    private void Compare(RosterDraft roster)
    {
        var named = roster.Key is null ? 0 : members[roster.Key].Count;
        CompareWithStated(roster, named);
        var (place, closure) = (roster.KeyNode, roster.Value.Closure);
        if (closure == "UNKNOWN")
        {
            if (named > 0) place.Refuse($"closure is UNKNOWN, none is named, and {named} are", "write OPEN or CLOSED, or take roster: away from claims of other words");
        }
        else if (named == 0 && complete)
        {
            place.Refuse($"closure is {closure} and no claim names this roster", "write roster: with its key on its members' claims, or closure: UNKNOWN");
        }
        else if (closure == "CLOSED" && complete && named < roster.Value.Stated?.Min)
        {
            place.Refuse($"closure is CLOSED, all are named, and of {roster.Value.Stated.Min} there are {named}", "name the others, or write OPEN");
        }
    }

    private void CompareWithStated(RosterDraft roster, int named)
    {
        var most = roster.Value.Stated?.Most;
        if (named > most && roster.Exceeds is null)
        {
            roster.KeyNode.Refuse($"the roster names {named} and states {most}", "take away who is no member, or say in exceeds: why it names more");
        }
        else if (roster.Exceeds is not null && complete && !(named > most))
        {
            var limit = most?.ToString(CultureInfo.InvariantCulture) ?? "no greatest number";
            roster.KeyNode.Refuse($"'exceeds' stands, yet the roster names {named} and states {limit}", "take 'exceeds' away");
        }
    }
}
