using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Reads <c>FIGURE: subject</c>.</summary>
internal sealed class FigureReader(ClaimContext context)
{
    public ClaimDraft? Read(YamlMapping item, YamlNode head)
    {
        var subject = context.Seed.Entities.Known(head);
        var measure = context.Printed(item.Required("measure"), Evidence.MaxQuote, "the measure");
        var printedNode = item.Required("printed");
        var printed = context.Printed(printedNode, Evidence.MaxQuote, "the number");
        var quantity = printed is null ? null : Quantity(printedNode!, printed);
        var about = context.Seed.End(item, "about", []);
        var asOf = item.Optional("asOf") is { } date ? DateReader.Read(date, context.Seed, context.Text) : null;
        var pieces = EvidenceReader.OfClaim(item, context.Text, false);
        if (subject is null || measure is null || printed is null || quantity is null) return null;
        var folded = Wording.Fold(printed);
        return context.OneEnded(pieces, $"the printed number '{printed}'", quote => quote.Contains(folded, StringComparison.Ordinal)) is { } evidence
            ? new ClaimDraft(item, new Figure(subject.Id, measure, printed, quantity, about, asOf).ToClaim(), evidence)
            : null;
    }

    private static PrintedQuantity? Quantity(YamlNode node, string printed)
    {
        try
        {
            return PrintedQuantity.Parse(printed);
        }
        catch (FormatException exception)
        {
            ProblemList.Refuse(node, exception);
            return null;
        }
    }
}
