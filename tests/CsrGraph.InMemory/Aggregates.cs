using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Works out what is said over all rows.</summary>
internal static class Aggregates
{
    public static Aggregate? Of(AggregateParts parts, IReadOnlyCollection<Entity> entities, GraphView view) => Of(
        parts,
        entities.Select(e => (e.Date?.Earliest?.DayNumber, e.Date?.Latest?.DayNumber)),
        entities.SelectMany(e => Rosters(e.Id.Value, view)),
        view);

    public static Aggregate? Of(AggregateParts parts, IReadOnlyCollection<StandingClaim> claims, GraphView view) =>
        Of(parts, claims.Select(c => (c.Order.FromDay, c.Order.FromDay)), claims.Select(c => c.Claim).Where(c => c.Kind == ClaimKind.Roster), view);

    public static Aggregate? Of(RelationRequest request, string anchor, IReadOnlyCollection<RelationRow> rows, GraphView view)
    {
        if (request.Of is RelationAnchors.DocumentsOf or RelationAnchors.Group) return Of(request.Aggregates, [.. rows.Select(r => r.Far)], view);
        var initiatives = request.Of == RelationAnchors.Rosters
            ? []
            : request.Relation.Anchor == RelationEnd.Object ? [anchor] : rows.Select(r => r.Far.Id.Value).Distinct();
        return Of(
            request.Aggregates,
            rows.Select(r => (r.Order.FromDay, r.Order.FromDay)),
            initiatives.SelectMany(i => Rosters(i, view)).Where(r => r.Type == request.Relation.Type),
            view);
    }

    private static IEnumerable<Claim> Rosters(string initiative, GraphView view) =>
        view.ClaimsOfSubject(initiative).Select(c => c.Claim).Where(c => c.Kind == ClaimKind.Roster);

    private static Aggregate? Of(AggregateParts parts, IEnumerable<(int? First, int? Last)> days, IEnumerable<Claim> rosters, GraphView view)
    {
        if (parts == AggregateParts.None) return null;
        var aggregate = parts.HasFlag(AggregateParts.Days) ? new Aggregate(days.Min(d => d.First), days.Max(d => d.Last)) : new Aggregate();
        var sets = parts.HasFlag(AggregateParts.Rosters) ? rosters.GroupBy(r => (r.Subject, r.Type)).ToList() : [];
        if (sets.Count == 0) return aggregate;
        var stated = sets.Select(s => s.Where(r => r.Qualifiers[QualifierName.Min] is not null).ToList()).Where(s => s.Count > 0).ToList();
        return aggregate with
        {
            Named = sets.Sum(s => s.SelectMany(r => view.Members(r.Id.ToString(), r.Type)).Select(m => m.Far.Id).Distinct().Count()),
            StatedMin = stated.Count == 0 ? null : stated.Sum(s => s.Min(r => Number(r, QualifierName.Min))),
            StatedMax = stated.Count == 0 || stated.Any(s => s.Any(r => Number(r, QualifierName.Max) is null))
                ? null
                : stated.Sum(s => s.Max(r => Number(r, QualifierName.Max))),
        };
    }

    private static long? Number(Claim claim, string name) =>
        claim.Qualifiers[name] is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;
}
