using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Says whether conditions hold.</summary>
internal static class Filters
{
    public static bool Holds(this EntityFilter? filter, Entity entity, GraphView view) =>
        filter is null || view.Witnessed(filter, IsTrueOf(filter, entity, view));

    public static bool Holds(this ClaimFilter? filter, StandingClaim row, GraphView view) =>
        filter is null || view.Witnessed(filter, IsTrueOf(filter, row, view));

    private static bool IsTrueOf(EntityFilter filter, Entity entity, GraphView view) => filter switch
    {
        EntityFilter.All(var filters) => filters.All(f => f.Holds(entity, view)),
        EntityFilter.Any(var filters) => filters.Any(f => f.Holds(entity, view)),
        EntityFilter.Not(var inner) => !inner.Holds(entity, view),
        EntityFilter.IdIn(var ids) => ids.Contains(entity.Id.Value),
        EntityFilter.KindIn(var kinds) => kinds.Contains(entity.Kind),
        EntityFilter.CategoryIn(var categories) => entity.Category is { } category && categories.Contains(category),
        EntityFilter.NameText(var comparison, var value) => Compares(entity.Name, comparison, value),
        EntityFilter.PropertyText(var property, var comparison, var value) => Compares(entity.Properties[property], comparison, value),
        EntityFilter.PropertyIn(var property, var values) => entity.Properties[property] is { } value && values.Contains(value),
        EntityFilter.DateOverlaps(var from, var to) =>
            entity.Date is { Earliest: { } earliest, Latest: { } latest } && !(earliest > to) && !(latest < from),
        EntityFilter.Missing("category") => entity.Category is null,
        EntityFilter.Missing("date") => entity.Date?.Earliest is null,
        EntityFilter.Missing(var property) => entity.Properties[property] is null,
        EntityFilter.Related related =>
            related.None != view.Relations(entity.Id.Value, related.Relation).Any(r => related.Edge.Holds(r.Relation, view) && related.Far.Holds(r.Far, view)),
        _ => throw new ArgumentException($"there is no such filter: {filter}", nameof(filter)),
    };

    private static bool IsTrueOf(ClaimFilter filter, StandingClaim row, GraphView view) => filter switch
    {
        ClaimFilter.All(var filters) => filters.All(f => f.Holds(row, view)),
        ClaimFilter.Any(var filters) => filters.Any(f => f.Holds(row, view)),
        ClaimFilter.Not(var inner) => !inner.Holds(row, view),
        ClaimFilter.KindIn(var kinds) => kinds.Contains(row.Claim.Kind),
        ClaimFilter.TypeIn(var types) => types.Contains(row.Claim.Type),
        ClaimFilter.SubjectIn(var ids) => ids.Contains(row.Claim.Subject.Value),
        ClaimFilter.ObjectIn(var ids) => row.Claim.Object is { } other && ids.Contains(other.Value),
        ClaimFilter.QualifierText(var name, var comparison, var value) => Compares(row.Claim.Qualifiers[name], comparison, value),
        ClaimFilter.QualifierIn(var name, var values) => row.Claim.Qualifiers[name] is { } value && values.Contains(value),
        ClaimFilter.QualifierMissing(var name) => row.Claim.Qualifiers[name] is null,
        ClaimFilter.FromDayWithin(var from, var to) =>
            row.Order.FromDay is { } day && !(day < from?.DayNumber) && !(day > to?.DayNumber),
        ClaimFilter.FromDayMissing => row.Order.FromDay is null,
        _ => throw new ArgumentException($"there is no such filter: {filter}", nameof(filter)),
    };

    private static bool Compares(string? text, TextComparison comparison, string value) => text is not null && comparison switch
    {
        TextComparison.Equal => string.Equals(text, value, StringComparison.Ordinal),
        TextComparison.Contains => text.Contains(value, StringComparison.Ordinal),
        TextComparison.StartsWith => text.StartsWith(value, StringComparison.Ordinal),
        _ => throw new ArgumentException($"there is no such comparison: {comparison}", nameof(comparison)),
    };
}
