using CsrGraph.Model;
using CsrGraph.Seeding.Reading;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>Ties the claims of one document to the rosters that they name, and compares who is named with what is stated.</summary>
/// <param name="drafts">The document's claims.</param>
/// <param name="complete">False where some claims could not be read, so that nobody is missed for that.</param>
internal sealed class RosterMembers(IReadOnlyList<ClaimDraft> drafts, bool complete)
{
    private readonly Dictionary<string, ClaimDraft> rosters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<EntityId>> members = new(StringComparer.Ordinal);

    public IReadOnlyList<SeedClaim> Resolve()
    {
        foreach (var draft in drafts.Where(d => d.Roster?.Key is not null))
        {
            if (!rosters.TryAdd(draft.Roster!.Key!, draft)) draft.Roster.KeyNode.Refuse($"the key '{draft.Roster.Key}' stands twice in this file", "give each roster a key of its own");
            members.TryAdd(draft.Roster.Key!, []);
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
            if (complete || rosters.Count > 0) node.Refuse($"no roster of this file has the key '{key}'", rosters.Count == 0 ? "write the roster, with this key" : $"write one of {string.Join(", ", rosters.Keys)}");
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
        var (place, value) = (roster.KeyNode, roster.Value);
        var most = value.Stated is not { } stated ? null : stated.Kind is "AT_LEAST" or "MORE_THAN" ? stated.Max : stated.Max ?? stated.Min;
        if (named > most && roster.Exceeds is null)
        {
            place.Refuse($"the roster names {named} and states {most}", "take away who is no member, or say in exceeds: why it names more");
        }
        else if (roster.Exceeds is not null && complete && !(named > most))
        {
            place.Refuse($"'exceeds' stands, yet the roster names {named} and states {most?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no greatest number"}", "take 'exceeds' away");
        }

        if (value.Closure == "UNKNOWN" && named > 0) place.Refuse($"closure is UNKNOWN, none is named, and {named} are", "write OPEN or CLOSED, or take roster: away from claims of other words");
        if (!complete || value.Closure == "UNKNOWN") return;
        if (named == 0) place.Refuse($"closure is {value.Closure} and no claim names this roster", "write roster: with its key on the claims of its members, or closure: UNKNOWN");
        else if (value.Closure == "CLOSED" && named < value.Stated?.Min) place.Refuse($"closure is CLOSED, all are named, and of {value.Stated.Min} there are {named}", "name the others, or write OPEN");
    }
}
