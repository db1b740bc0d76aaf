namespace CsrGraph.Model;

/// <summary>How many a source says there are.</summary>
/// <param name="Min">The least number.</param>
/// <param name="Max">The greatest, or null where it is open.</param>
/// <param name="Kind">EXACT, AT_LEAST, MORE_THAN or ABOUT. MORE_THAN 60 means 60 or more (余).</param>
public sealed record StatedCount(int Min, int? Max, string Kind)
{
    /// <summary>The greatest number that the words allow; null where they allow any.</summary>
    public int? Most => Kind is "AT_LEAST" or "MORE_THAN" ? Max : Max ?? Min;
}

/// <summary>Who took part in an initiative in one role, as far as one source's words go.</summary>
/// <param name="Initiative">The initiative.</param>
/// <param name="Role">The relation type that its members stand in.</param>
/// <param name="Raw">The words that describe and count it, at most 48 characters.</param>
/// <param name="Description">Who is counted, in the curator's words; or null.</param>
/// <param name="Stated">How many the words state; or null.</param>
/// <param name="Unit">What is counted (家, 名); or null.</param>
/// <param name="Closure">CLOSED: all are named. OPEN: more than the named. UNKNOWN: none is named in these words.</param>
public sealed record Roster(EntityId Initiative, string Role, string Raw, string? Description, StatedCount? Stated, string? Unit, string Closure)
{
    /// <summary>The longest raw text, in characters.</summary>
    public const int MaxRaw = 48;

    /// <summary>Reads a claim of the kind <see cref="ClaimKind.Roster"/>.</summary>
    public static Roster Of(Claim claim)
    {
        var q = claim.Qualifiers;
        var stated = Figure.Number(q[QualifierName.Min]) is { } min
            ? new StatedCount((int)min, (int?)Figure.Number(q[QualifierName.Max]), q[QualifierName.CountKind] ?? "EXACT")
            : null;
        return new Roster(
            claim.Subject, claim.Type, q[QualifierName.Raw] ?? "", q[QualifierName.Description], stated, q[QualifierName.Unit], q[QualifierName.Closure] ?? "UNKNOWN");
    }

    /// <summary>How many are not named: stated less named where the words state an exact number, else null.</summary>
    public int? Unnamed(int named) => Stated is { } stated && stated.Min == stated.Max && stated.Kind == "EXACT" ? stated.Min - named : null;

    /// <summary>The claim that says so.</summary>
    public Claim ToClaim() => new(
        ClaimKind.Roster,
        Role,
        Initiative,
        null,
        Qualifiers.Of(
            (QualifierName.Raw, Raw),
            (QualifierName.Description, Description),
            (QualifierName.Min, Figure.Text(Stated?.Min)),
            (QualifierName.Max, Figure.Text(Stated?.Max)),
            (QualifierName.CountKind, Stated?.Kind),
            (QualifierName.Unit, Unit),
            (QualifierName.Closure, Closure)),
        null);
}
