using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Reads the claims of one document. The first key of each item says what the claim is.</summary>
internal sealed class ClaimFileReader(ClaimContext context)
{
    private const string RosterHead = "ROSTER";

    /// <summary>The heads of claims that are no relations.</summary>
    public static IReadOnlyList<string> OtherHeads { get; } = [RosterHead, "FIGURE", "ATTRIBUTE", "ACTIVITY", "FINDING", "QUOTATION", "CREDIT"];

    /// <summary>The claims that could be read, in their order.</summary>
    /// <param name="items">The claims.</param>
    /// <param name="complete">False where there may be more.</param>
    public IReadOnlyList<SeedClaim> Read(IReadOnlyList<YamlNode> items, bool complete = true)
    {
        var drafts = new List<ClaimDraft>(items.Count);
        var allRosters = complete;
        foreach (var item in items.Select(node => node.Mapping()))
        {
            var draft = item is null ? null : Draft(item);
            item?.RefuseOtherKeys();
            if (draft is not null)
            {
                drafts.Add(draft);
                continue;
            }

            complete = false;
            if (item is { Entries: [{ Key.Value: RosterHead }, ..] }) allRosters = false;
        }

        RefuseTwins(drafts);
        return new RosterMembers(drafts, complete, allRosters).Resolve();
    }

    private ClaimDraft? Draft(YamlMapping item)
    {
        if (item.Entries.Count == 0)
        {
            item.Refuse("the claim is empty", "write it or take it away");
            return null;
        }

        var (headKey, head) = (item.Entries[0].Key, item.Entries[0].Value);
        item.Optional(headKey.Value);
        if (context.Seed.Vocabulary.TryRelationType(headKey.Value, out var type)) return new RelationReader(context).Read(item, type, head);
        var draft = headKey.Value switch
        {
            RosterHead => new RosterReader(context).Read(item, head),
            "FIGURE" => new FigureReader(context).Read(item, head),
            "ATTRIBUTE" => new AttributeReader(context).Read(item, head),
            "ACTIVITY" => new StatementReader(context).Activity(item, head),
            "FINDING" => new StatementReader(context).Finding(item, head),
            "QUOTATION" => new StatementReader(context).Quotation(item, head),
            "CREDIT" => new CreditReader(context).Read(item, head),
            _ => Unknown(item, headKey),
        };
        var certainty = item.Optional(QualifierName.Certainty) is { } node ? Certainty.Read(node, item, context.Seed) : null;
        return certainty is null ? draft : draft?.With(QualifierName.Certainty, certainty);
    }

    private ClaimDraft? Unknown(YamlMapping item, YamlScalar key)
    {
        var types = context.Seed.Vocabulary.RelationTypes.Select(t => t.Id).Concat(OtherHeads);
        var near = Wording.Nearest(key.Value, types);
        var toDo = near is null ? $"begin with a relation type or one of {string.Join(", ", OtherHeads)}" : $"write {near} if that is meant";
        key.Refuse($"no claim is of the type '{key.Value}'", toDo);

        // Without its type nobody knows which keys belong to it.
        foreach (var entry in item.Entries) item.Optional(entry.Key.Value);
        return null;
    }

    private static void RefuseTwins(List<ClaimDraft> drafts)
    {
        var first = new Dictionary<ClaimId, YamlNode>();
        foreach (var draft in drafts.Where(d => !first.TryAdd(d.Claim.Id, d.Place)))
        {
            draft.Place.Refuse($"the same claim stands in line {first[draft.Claim.Id].Line}", "put these words there, as another piece under evidence:");
        }
    }
}
