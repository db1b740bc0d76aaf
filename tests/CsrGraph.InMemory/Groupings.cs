using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Puts entities and claims into groups.</summary>
internal static class Groupings
{
    public static Page<Group> Count(CountRequest request, GraphView view) => request switch
    {
        CountRequest.Standing(var of) => Page(Answers.Count(of, view)),
        CountRequest.Entities entities => Cut(entities, Of(entities, view)),
        CountRequest.Claims claims => Cut(claims, Of(claims, view)),
        _ => throw new ArgumentException($"nobody counts {request}", nameof(request)),
    };

    /// <summary>The groups with the entities in each.</summary>
    public static ILookup<string, Entity> Of(CountRequest.Entities request, GraphView view) => Grouped(
        view.Entities().Where(e => request.Kinds.Contains(e.Kind) && request.Filter.Holds(e, view)), request.By, (entity, key) => Values(entity, key, view));

    /// <summary>The groups with the claims in each.</summary>
    public static ILookup<string, StandingClaim> Of(CountRequest.Claims request, GraphView view) =>
        Grouped(view.Claims().Where(c => request.Filter.Holds(c, view)), request.By, (claim, key) => Values(claim, key, view));

    private static Page<Group> Page(IEnumerable<(string Key, long Number)> counts) => new(
        [.. counts.Select(c => new Group([c.Key], c.Number, new Position([], c.Key)))], false, false, null);

    private static Page<Group> Cut<T>(CountRequest.Grouped request, ILookup<string, T> groups)
    {
        var large = groups.Select(g => GroupSort.Place(request, GroupId.Read(g.Key, request.By.Count), g.Count())).Where(g => g.Number >= request.AtLeast).ToList();
        var (rows, hasNext, hasPrevious) = Ordering.Cut(
            large, g => g.Position, [.. GroupSort.Columns(request).Select(c => c.Descending)], request.Page);
        return new Page<Group>(rows, hasNext, hasPrevious, request.WantsTotal ? large.Count : null);
    }

    private static ILookup<string, T> Grouped<T>(IEnumerable<T> all, IReadOnlyList<GroupKey> keys, Func<T, GroupKey, IEnumerable<string?>> values)
    {
        var pairs = from one in all
                    from first in Distinct(values(one, keys[0]))
                    from second in keys.Count > 1 ? Distinct(values(one, keys[1])) : [null]
                    select (Id: GroupId.Of(keys.Count > 1 ? [first, second] : [first]), one);
        return pairs.ToLookup(p => p.Id, p => p.one);
    }

    // What has no value is in the group of those without one.
    private static IEnumerable<string?> Distinct(IEnumerable<string?> values) => values.OfType<string>().Distinct().DefaultIfEmpty();

    private static IEnumerable<string?> Values(Entity entity, GroupKey key, GraphView view) => key.By switch
    {
        GroupBy.Kind => [entity.Kind],
        GroupBy.Category => [entity.Category],
        GroupBy.Year => [Within(entity.Date, "yyyy")],
        GroupBy.Month => [Within(entity.Date, "yyyy-MM")],
        GroupBy.RelationType => view.ClaimsOfEnd(entity.Id.Value).Where(c => c.Claim.Kind == ClaimKind.Relation).Select(c => c.Claim.Type),
        GroupBy.Publisher when entity.Id.IsDocument => [entity.Properties[DocumentProperty.Publisher]],
        GroupBy.Publisher => view.ClaimsOfEnd(entity.Id.Value).SelectMany(c => Publishers(c, view)),
        GroupBy.Far => view.Relations(entity.Id.Value, key.ToFar()).Select(r => r.Far.Id.Value),
        _ => throw new ArgumentException($"entities are not grouped by {key.By}", nameof(key)),
    };

    private static IEnumerable<string?> Values(StandingClaim claim, GroupKey key, GraphView view) => key.By switch
    {
        GroupBy.Kind => [claim.Claim.Kind.ToString()],
        GroupBy.Category => [view.Entity(claim.Claim.Subject.Value)?.Category],
        GroupBy.Year => [Text(claim.Order.FromDay, "yyyy")],
        GroupBy.Month => [Text(claim.Order.FromDay, "yyyy-MM")],
        GroupBy.RelationType => [claim.Claim.Kind == ClaimKind.Relation ? claim.Claim.Type : null],
        GroupBy.Publisher => Publishers(claim, view),
        _ => throw new ArgumentException($"claims are not grouped by {key.By}", nameof(key)),
    };

    private static IEnumerable<string?> Publishers(StandingClaim claim, GraphView view) =>
        view.Evidence(claim.Claim.Id).Select(e => view.Entity(e.Document.Value)?.Properties[DocumentProperty.Publisher]);

    private static string? Within(PartialDate? date, string format) =>
        Text(date?.Earliest?.DayNumber, format) is { } first && first == Text(date?.Latest?.DayNumber, format) ? first : null;

    private static string? Text(int? day, string format) =>
        day is { } number ? DateOnly.FromDayNumber(number).ToString(format, CultureInfo.InvariantCulture) : null;
}
