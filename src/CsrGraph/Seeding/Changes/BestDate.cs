using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Seeding.Changes;

/// <summary>A claim that dates an initiative.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Subject">The initiative.</param>
/// <param name="When">Its date.</param>
/// <param name="Documents">How many documents say so.</param>
internal readonly record struct DateSupport(ClaimId Claim, EntityId Subject, PartialDate When, int Documents);

/// <summary>Chooses the best supported of the dates that claims give an initiative.</summary>
internal static class BestDate
{
    /// <summary>The claims that date something.</summary>
    public static ClaimFilter Only { get; } = new ClaimFilter.All([
        new ClaimFilter.TypeIn([StatementType.Attribute]), new ClaimFilter.QualifierIn(QualifierName.Attribute, StatementType.DateAttributes)]);

    /// <summary>True for a claim that dates something.</summary>
    public static bool IsDate(Claim claim) => claim.Type == StatementType.Attribute && claim.When is not null
        && StatementType.DateAttributes.Contains(claim.Qualifiers[QualifierName.Attribute] ?? "");

    /// <summary>By the most documents, then not inferred, then the most exact, then the earliest, then by claim id.</summary>
    public static Dictionary<EntityId, PartialDate?> Of(IEnumerable<DateSupport> claims)
    {
        var best = new Dictionary<EntityId, DateSupport>();
        foreach (var claim in claims)
        {
            if (!best.TryGetValue(claim.Subject, out var other) || Compare(claim, other) < 0) best[claim.Subject] = claim;
        }

        return best.ToDictionary(b => b.Key, b => (PartialDate?)b.Value.When);
    }

    private static int Compare(DateSupport one, DateSupport other)
    {
        if (one.Documents != other.Documents) return other.Documents.CompareTo(one.Documents);
        if (one.When.IsInferred != other.When.IsInferred) return one.When.IsInferred.CompareTo(other.When.IsInferred);
        if (Exactness(one.When) != Exactness(other.When)) return Exactness(other.When).CompareTo(Exactness(one.When));
        var days = (one.When.Earliest ?? DateOnly.MaxValue).CompareTo(other.When.Earliest ?? DateOnly.MaxValue);
        return days != 0 ? days : one.Claim.CompareTo(other.Claim);
    }

    private static DatePrecision Exactness(PartialDate date) => date.Precision is DatePrecision.Interval ? DatePrecision.None : date.Precision;
}
