using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Reads <c>ROSTER: [initiative, ROLE]</c>.</summary>
internal sealed class RosterReader(ClaimContext context)
{
    private const string Exact = "EXACT";

    public ClaimDraft? Read(YamlMapping item, YamlNode head)
    {
        var (initiative, role) = Ends(head);
        var keyNode = item.Optional("key");
        var key = keyNode?.Text();
        var pieces = EvidenceReader.OfClaim(item, context.Text, false);
        var raw = context.Printed(item.Required("raw"), Roster.MaxRaw, "the raw text");
        var stated = item.Optional("stated")?.Mapping() is { } count ? Stated(count) : null;
        var unit = item.OptionalText("unit");
        var closure = item.Required("closure") is { } node ? context.Seed.Term(node, "CLOSURE") : null;
        var description = SeedContext.Words(item.Optional("description"), SeedContext.MaxOwnWords, "the description");
        if (description is not null && context.Text is not null) OwnWords.Check(item.Optional("description")!, description, context.Text);
        var exceeds = SeedContext.Words(item.Optional("exceeds"), SeedContext.MaxOwnWords, "the reason");
        if (initiative is null || role is null || raw is null || closure is null) return null;
        var folded = Wording.Fold(raw);
        if (context.OneEnded(pieces, $"the raw text '{raw}' or a part of it", quote => Wording.Overlap(quote, folded)) is not { } evidence) return null;
        if (exceeds is not null) evidence = [.. evidence.Select(e => new Evidence(e.Document, e.Quote, e.Span, e.Grade, e.Note is null ? exceeds : $"{e.Note} {exceeds}", null))];
        var roster = new Roster(initiative.Id, role, raw, description, stated, unit, closure);
        return new ClaimDraft(item, roster.ToClaim(), evidence, null, new RosterDraft(key, keyNode ?? item, roster, exceeds));
    }

    private (RegisteredEntity? Initiative, string? Role) Ends(YamlNode head)
    {
        var nodes = head.Items();
        if (nodes.Count != 2)
        {
            if (head is YamlSequence) head.Refuse($"a roster has {nodes.Count} ends", "write [initiative, ROLE]");
            return default;
        }

        var initiative = context.Seed.Entities.Known(nodes[0]);
        if (nodes[1].Text() is not { } role) return default;
        var roles = context.Seed.Vocabulary.RelationTypes.Where(t => t.IsRole).ToList();
        if (roles.Find(t => t.Id == role) is not { } type)
        {
            nodes[1].Refuse($"'{role}' is no role that a roster counts", $"write one of {string.Join(", ", roles.Select(t => t.Id))}");
            return default;
        }

        if (initiative is null || type.ObjectKinds.Contains(initiative.Kind.Id)) return (initiative, role);
        nodes[0].Refuse($"{initiative.Id} is of the kind {initiative.Kind.Id}, which cannot be the object of {role}", $"write one of the kind {string.Join(", ", type.ObjectKinds)}");
        return default;
    }

    private StatedCount? Stated(YamlMapping mapping)
    {
        var min = mapping.Required("min")?.Number();
        var maxNode = mapping.Optional("max");
        var max = maxNode?.Number();
        var kind = context.Seed.OptionalTerm(mapping, "kind", "COUNT_KIND") ?? Exact;
        mapping.RefuseOtherKeys();
        if (min is not { } least) return null;
        if (least < 0) mapping.Refuse($"the least number is {least}", "write 0 or more");
        if (max < least) maxNode!.Refuse($"the greatest number {max} is below the least, {least}", "mend one of the two");
        else if (kind == Exact && max is not null && max != least) maxNode!.Refuse($"EXACT has one number, and here are {least} and {max}", "mend one, or write another kind");
        return new StatedCount(least, kind == Exact ? least : max, kind);
    }
}
