using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Reads attributes: of words (THEME), of a date (HELD), of both (PERIOD), of a state, and the place of a full text.</summary>
internal sealed class AttributeReader(ClaimContext context)
{
    private const string FullText = "FULL_TEXT";
    private const string LifeState = "LIFE_STATE";
    private static readonly string[] MayHaveDate = ["PERIOD", "DATA_AS_OF"];

    public ClaimDraft? Read(YamlMapping item, YamlNode head)
    {
        var subject = context.Seed.Entities.Known(head);
        var attribute = item.Required("attribute") is { } node ? context.Seed.Term(node, "ATTRIBUTE") : null;
        var pieces = EvidenceReader.OfClaim(item, context.Text, false);
        var number = SeedContext.Number(item, "number")?.ToString(CultureInfo.InvariantCulture);
        if (attribute is null)
        {
            foreach (var key in new[] { "text", "paraphrase", "when" }) item.Optional(key);
            return null;
        }

        var (text, when, evidence) = Content(item, attribute, pieces);
        if (subject is null || evidence is null) return null;
        var qualifiers = Qualifiers.Of(
            (QualifierName.Attribute, attribute), (QualifierName.Text, text?.Words), (QualifierName.Paraphrase, text?.Flag), (QualifierName.Number, number));
        return new ClaimDraft(item, new Claim(ClaimKind.Statement, StatementType.Attribute, subject.Id, null, qualifiers, when), evidence);
    }

    private (StatementText? Text, PartialDate? When, IReadOnlyList<Evidence>? Evidence) Content(YamlMapping item, string attribute, IReadOnlyList<Piece>? pieces)
    {
        if (StatementType.DateAttributes.Contains(attribute) || (MayHaveDate.Contains(attribute) && item.Optional("when") is not null)) return Dated(item, attribute, pieces);
        if (attribute == FullText) return (null, null, context.OneEnded(pieces, "", _ => true));
        if (attribute == LifeState)
        {
            var state = item.Required("text") is { } node ? context.Seed.Term(node, LifeState) : null;
            return state is null ? default : (new StatementText(state, false), null, context.OneEnded(pieces, "", _ => true));
        }

        var (text, evidence) = new StatementReader(context).Text(item, pieces, isRequired: true);
        return (text, null, evidence);
    }

    private (StatementText? Text, PartialDate? When, IReadOnlyList<Evidence>? Evidence) Dated(YamlMapping item, string attribute, IReadOnlyList<Piece>? pieces)
    {
        var when = item.Required("when") is { } node ? DateReader.Read(node, context.Seed, context.Text) : null;
        var text = MayHaveDate.Contains(attribute) ? new StatementReader(context).Text(item, pieces, isRequired: false).Text : null;
        if (when is null) return default;
        var forms = PrintedDate.Forms(when).ToList();
        return (text, when, context.OneEnded(pieces, $"the date '{when}' as printed", quote => forms.Any(form => quote.Contains(form, StringComparison.Ordinal))));
    }
}
