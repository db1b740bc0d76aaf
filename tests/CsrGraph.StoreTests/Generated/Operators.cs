using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>The names of what questions are made of, and the list of all that a run has to put to the test both ways.</summary>
internal static class Operators
{
    public const string FirstRows = "page: first rows, and more follow";
    public const string LastRows = "page: last rows, and more come before";
    public const string NoRows = "page: no rows, of some";
    public const string After = "page: after a place, some";
    public const string Before = "page: before a place, some";
    public const string HasNext = "page: has a next one";
    public const string HasPrevious = "page: has a previous one";
    public const string WantsTotal = "total: wanted";
    public const string TotalIsMore = "total: more than the rows";
    public const string ById = "sort: by id alone";
    public const string Headings = "headings alone";
    public const string WithoutClaims = "relations without their claims";
    public const string WithoutPlaces = "rows without their places";
    public const string Together = "two requests at once";
    public const string EarlierState = "state: an earlier one answers differently";
    public const string ValidAt = "state: a day of validity answers differently";
    public const string WithRetracted = "claims: with retracted ones, some";
    public const string ByOwnId = "entity by its id, known";
    public const string ByFormerId = "entity by a former id, known";
    public const string EvidenceIsCut = "evidence: more than asked for";
    public const string ChangeSetNumber = "change-set by number, known";
    public const string ChangeSetUpTo = "change-sets up to a number, some left out";
    public const string ChangeSetAt = "change-sets up to a moment, some left out";
    public const string ChangeSetsAreCut = "change-sets: more than asked for";

    public const string TwoKeys = "groups: two keys";
    public const string SmallGroups = "groups: some are too small";
    public const string Days = "aggregate: days, some";
    public const string Rosters = "aggregate: rosters, some";

    /// <summary>What claims are grouped by; entities by all.</summary>
    public static IReadOnlyList<GroupBy> OfClaims { get; } = [.. Enum.GetValues<GroupBy>().Where(by => by != GroupBy.Far)];

    /// <summary>The changes that a difference is made of; what was only re-derived is not among them.</summary>
    public static IReadOnlyList<Type> Changes { get; } =
        [.. typeof(Change).GetNestedTypes().Where(t => t != typeof(Change.ClaimReordered) && t != typeof(Change.EntityRedated))];

    // What walks ask is made and held by differential tests of its own.
    private static readonly RelationAnchors[] OfWalks = [RelationAnchors.Links, RelationAnchors.Neighbours];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        FirstRows, LastRows, NoRows, After, Before, HasNext, HasPrevious, WantsTotal, TotalIsMore, ById,
        Headings, WithoutClaims, WithoutPlaces, Together, EarlierState, ValidAt, WithRetracted, ByOwnId, ByFormerId, EvidenceIsCut, ChangeSetNumber, ChangeSetUpTo, ChangeSetAt, ChangeSetsAreCut,
        TwoKeys, SmallGroups, Days, Rosters,
        MissingLast(false), MissingLast(true),
        .. Enum.GetValues<GroupBy>().Where(by => by != GroupBy.Kind).Select(by => Grouped(false, by)),
        .. OfClaims.Where(by => by != GroupBy.Kind).Select(by => Grouped(true, by)),
        .. new[] { "All", "Any", "Not", "IdIn", "KindIn", "CategoryIn", "PropertyIn", "some", "none" }.Select(n => $"entity {n}"),
        .. new[] { "category", "date", "property" }.Select(n => $"entity Missing {n}"),
        .. Enum.GetValues<TextComparison>().SelectMany(c => new[] { $"entity NameText {c}", $"entity PropertyText {c}", $"claim QualifierText {c}" }),
        .. new[] { "All", "Any", "Not", "KindIn", "TypeIn", "SubjectIn", "ObjectIn", "QualifierIn", "QualifierMissing", "FromDayMissing" }
            .Select(n => $"claim {n}"),
        .. new[] { "from", "to", "from and to" }.SelectMany(b => new[] { $"entity DateOverlaps {b}", $"claim FromDayWithin {b}" }),
        .. Enum.GetValues<SortBy>().SelectMany(by => new[] { Of(new SortTerm(by)), Of(new SortTerm(by, true)) }),
        .. Enum.GetValues<ClaimsBy>().Select(Some),
        .. Enum.GetValues<RelationAnchors>().Except(OfWalks).Select(Some),
        .. Enum.GetValues<RelationEnd>().Select(Some),
        .. Enum.GetValues<CountOf>().Select(Some),
        .. Enum.GetValues<SearchReason>().Select(Some),
        .. Changes.Select(t => Changed(t.Name)),
        .. new[] { "entities", "find", "relations", "claims", "evidence", "search", "count", "groups", "change-sets", "changes" }.Select(Asked),
    ];

    private static readonly HashSet<string> Needed = [.. All];

    /// <summary>True where a run has to put it to the test both ways.</summary>
    public static bool IsNeeded(string name) => Needed.Contains(name);

    /// <summary>A condition's name.</summary>
    public static string Of(object filter) => filter switch
    {
        EntityFilter.NameText(var comparison, _) => $"entity NameText {comparison}",
        EntityFilter.PropertyText(_, var comparison, _) => $"entity PropertyText {comparison}",
        EntityFilter.DateOverlaps(var from, var to) => $"entity DateOverlaps {Bounds(from, to)}",
        EntityFilter.Missing(var field) => $"entity Missing {(field is "category" or "date" ? field : "property")}",
        EntityFilter.Related related => related.None ? "entity none" : "entity some",
        EntityFilter => $"entity {filter.GetType().Name}",
        ClaimFilter.QualifierText(_, var comparison, _) => $"claim QualifierText {comparison}",
        ClaimFilter.FromDayWithin(var from, var to) => $"claim FromDayWithin {Bounds(from, to)}",
        ClaimFilter => $"claim {filter.GetType().Name}",
        _ => throw new ArgumentException($"it is no condition: {filter}", nameof(filter)),
    };

    /// <summary>A term's name; true where it decided, false where it was a tie.</summary>
    public static string Of(SortTerm term) => $"sort: {term.By} {Direction(term.Descending)}";

    /// <summary>True where a missing value was put last, false where two values were compared.</summary>
    public static string MissingLast(bool descending) => $"sort: missing day {Direction(descending)}";

    /// <summary>True where something was found that way.</summary>
    public static string Some<T>(T way)
        where T : struct, Enum => $"{typeof(T).Name} {way}, some";

    /// <summary>True where a difference had such a change.</summary>
    public static string Changed(string change) => $"change {change}";

    /// <summary>True where a group has a value, false where it has none.</summary>
    public static string Grouped(bool ofClaims, GroupBy by) => $"{(ofClaims ? "claims" : "entities")} by {by}";

    /// <summary>True where the answer had something in it.</summary>
    public static string Asked(string asked) => $"asked {asked}, some";

    private static string Direction(bool descending) => descending ? "descending" : "ascending";

    private static string Bounds(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "open",
        (_, null) => "from",
        (null, _) => "to",
        _ => "from and to",
    };
}
