using System.Globalization;

namespace CsrGraph.Model;

/// <summary>A number that a source gives, as printed and as a value.</summary>
/// <param name="Subject">Who or what states it, or whose it is.</param>
/// <param name="Measure">The counted noun as printed (网民规模).</param>
/// <param name="Printed">The number with its unit as printed (10.92亿人).</param>
/// <param name="Quantity">The same as a value.</param>
/// <param name="About">What it is about, or null.</param>
/// <param name="AsOf">The day for which it is given, or null.</param>
public sealed record Figure(EntityId Subject, string Measure, string Printed, PrintedQuantity Quantity, EntityId? About, PartialDate? AsOf)
{
    /// <summary>Reads a claim of the kind <see cref="ClaimKind.Figure"/>.</summary>
    public static Figure Of(Claim claim)
    {
        var q = claim.Qualifiers;
        var quantity = new PrintedQuantity(
            Number(q[QualifierName.Min]) ?? 0, Number(q[QualifierName.Max]), q[QualifierName.CountKind] ?? "EXACT", q[QualifierName.Unit]);
        return new Figure(claim.Subject, q[QualifierName.Measure] ?? "", q[QualifierName.Printed] ?? "", quantity, claim.Object, claim.When);
    }

    /// <summary>The claim that says so.</summary>
    public Claim ToClaim() => new(
        ClaimKind.Figure,
        StatementType.Figure,
        Subject,
        About,
        Qualifiers.Of(
            (QualifierName.Measure, Measure),
            (QualifierName.Printed, Printed),
            (QualifierName.Min, Text(Quantity.Min)),
            (QualifierName.Max, Text(Quantity.Max)),
            (QualifierName.CountKind, Quantity.Kind),
            (QualifierName.Unit, Quantity.Unit)),
        AsOf);

    internal static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    internal static string? Text(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);
}
