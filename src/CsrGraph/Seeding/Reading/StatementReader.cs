using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Reads activities, findings and quotations, and the text that they and attributes have.</summary>
internal sealed class StatementReader(ClaimContext context)
{
    private static readonly string[] FindingKinds = ["REPORT", "STANDARD", "PLEDGE"];

    public ClaimDraft? Activity(YamlMapping item, YamlNode head) => Plain(item, head, StatementType.Activity, [], required: true);

    public ClaimDraft? Finding(YamlMapping item, YamlNode head) => Plain(item, head, StatementType.Finding, FindingKinds, required: false);

    public ClaimDraft? Quotation(YamlMapping item, YamlNode head)
    {
        var speaker = context.Seed.Entities.Resolve(head, context.Seed.KindsOf(KindDefinition.Agent), "a speaker");
        var (text, evidence) = Text(item, EvidenceReader.OfClaim(item, context.Text, false), isRequired: true);
        var quotation = new Quotation(
            speaker?.Id ?? default,
            context.Printed(item.Optional("verb"), Evidence.MaxQuote, "the verb"),
            text?.Words ?? "",
            text?.IsParaphrase ?? false,
            context.Seed.End(item, "at", context.Seed.KindsOf(KindDefinition.Initiative)),
            context.Seed.End(item, "onBehalfOf", context.Seed.KindsOf(KindDefinition.Agent)),
            context.Seed.End(item, "about", []),
            SeedContext.Number(item, "number"));
        return speaker is null || evidence is null ? null : new ClaimDraft(item, quotation.ToClaim(), evidence);
    }

    /// <summary>The text of a statement and its evidence; the evidence is null after a report.</summary>
    public (StatementText? Text, IReadOnlyList<Evidence>? Evidence) Text(YamlMapping item, IReadOnlyList<Piece>? pieces, bool isRequired)
    {
        var node = isRequired ? item.Required("text") : item.Optional("text");
        var paraphrase = item.Flag("paraphrase");
        if (node is null) return (null, isRequired ? null : context.OneEnded(pieces, "", _ => true));
        if (paraphrase)
        {
            if (SeedContext.Words(node, SeedContext.MaxOwnWords, "the paraphrase") is not { } own) return default;
            if (context.Text is not null) OwnWords.Check(node, own, context.Text);
            return (new StatementText(own, true), context.OneEnded(pieces, "", _ => true));
        }

        var inferred = pieces is null || pieces.All(p => p.IsInferred);
        if (context.Printed(node, Evidence.MaxQuote, "the text", inferred) is not { } words) return default;
        var folded = Wording.Fold(words);
        return (new StatementText(words, false), context.OneEnded(pieces, $"the text '{words}' or a part of it", quote => Wording.Overlap(quote, folded)));
    }

    private ClaimDraft? Plain(YamlMapping item, YamlNode head, string type, IReadOnlyList<string> kinds, bool required)
    {
        var subject = context.Seed.Entities.Resolve(head, kinds, $"the subject of {type}");
        var (text, evidence) = Text(item, EvidenceReader.OfClaim(item, context.Text, false), isRequired: true);
        var statusNode = required ? item.Required("status") : null;
        var status = statusNode is null ? null : context.Seed.Term(statusNode, "ACTIVITY_STATUS");
        var when = required && item.Optional("when") is { } date ? DateReader.Read(date, context.Seed, context.Text) : null;
        var number = SeedContext.Number(item, "number")?.ToString(CultureInfo.InvariantCulture);
        if (subject is null || text is null || evidence is null) return null;
        var qualifiers = Qualifiers.Of(
            (QualifierName.Text, text.Words), (QualifierName.Paraphrase, text.Flag), (QualifierName.Status, status), (QualifierName.Number, number));
        return new ClaimDraft(item, new Claim(ClaimKind.Statement, type, subject.Id, null, qualifiers, when), evidence);
    }
}

/// <summary>The text of a statement.</summary>
internal sealed record StatementText(string Words, bool IsParaphrase)
{
    /// <summary>The qualifier's value.</summary>
    public string? Flag => IsParaphrase ? "true" : null;
}
