using System.Globalization;

namespace CsrGraph.Model;

/// <summary>What a source reports somebody to have said.</summary>
/// <param name="Speaker">Who said it.</param>
/// <param name="Verb">The verb as printed (强调); or null.</param>
/// <param name="Text">What was said: at most 24 characters as printed, or a paraphrase.</param>
/// <param name="IsParaphrase">True where the text is the curator's.</param>
/// <param name="At">Where, if the source says so; an initiative.</param>
/// <param name="OnBehalfOf">For whom; or null.</param>
/// <param name="About">What it speaks about; or null.</param>
/// <param name="Number">Its place in a printed list; or null.</param>
public sealed record Quotation(
    EntityId Speaker, string? Verb, string Text, bool IsParaphrase, EntityId? At, EntityId? OnBehalfOf, EntityId? About, int? Number)
{
    /// <summary>Reads a claim of the type <see cref="StatementType.Quotation"/>.</summary>
    public static Quotation Of(Claim claim)
    {
        var q = claim.Qualifiers;
        return new Quotation(
            claim.Subject,
            q[QualifierName.Verb],
            q[QualifierName.Text] ?? "",
            q[QualifierName.Paraphrase] is not null,
            claim.Object,
            Id(q[QualifierName.OnBehalfOf]),
            Id(q[QualifierName.About]),
            q[QualifierName.Number] is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null);
    }

    /// <summary>The claim that says so.</summary>
    public Claim ToClaim() => new(
        ClaimKind.Statement,
        StatementType.Quotation,
        Speaker,
        At,
        Qualifiers.Of(
            (QualifierName.Verb, Verb),
            (QualifierName.Text, Text),
            (QualifierName.Paraphrase, IsParaphrase ? "true" : null),
            (QualifierName.OnBehalfOf, OnBehalfOf?.Value),
            (QualifierName.About, About?.Value),
            (QualifierName.Number, Number?.ToString(CultureInfo.InvariantCulture))),
        null);

    private static EntityId? Id(string? text) => text is null ? null : new EntityId(text);
}
