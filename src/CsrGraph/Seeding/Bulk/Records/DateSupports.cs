using CsrGraph.Model;
using CsrGraph.Seeding.Changes;
using CsrGraph.Seeding.Compact;

namespace CsrGraph.Seeding.Bulk.Records;

/// <summary>The claims that date initiatives, with the number of documents that say so.</summary>
/// <param name="ids">The numbers of ids.</param>
internal sealed class DateSupports(IdTable ids)
{
    private readonly KeyTable claims = new();
    private readonly PiecedList<(int Subject, int When, int Documents)> supports = new();
    private readonly Interned<PartialDate> dates = new();

    /// <summary>All of them.</summary>
    public IEnumerable<DateSupport> All => Enumerable.Range(0, claims.Count).Select(Of);

    /// <summary>Notes that one more document says a claim.</summary>
    public void Add(Claim claim)
    {
        var number = claims.Number(claim.Id.ToBytes());
        if (number == supports.Count) supports.Add((ids.Number(claim.Subject), dates.Number(claim.When!), 0));
        supports[number].Documents++;
    }

    /// <summary>Lets all of them go.</summary>
    public void Clear()
    {
        claims.Clear();
        supports.Clear();
        dates.Clear();
    }

    private DateSupport Of(int number)
    {
        var (subject, when, documents) = supports[number];
        return new DateSupport(ClaimId.FromBytes(claims[number]), ids[subject], dates[when], documents);
    }
}
