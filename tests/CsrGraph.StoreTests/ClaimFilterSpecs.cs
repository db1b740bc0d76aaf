using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;
using static CsrGraph.StoreTests.Harness.Make;

namespace CsrGraph.StoreTests;

/// <summary>Over the claims of document doc-a, as printed.</summary>
public sealed class ClaimFilterSpecs
{
    [Theory, EveryStore]
    public Task By_kind(string store) => Finds(store, new ClaimFilter.KindIn([ClaimKind.Credit, ClaimKind.Figure]), "credit of li", "alpha figure");

    [Theory, EveryStore]
    public Task By_type(string store) => Finds(store, new ClaimFilter.TypeIn(["GUIDED", "SPOKE_AT"]), "gamma guided forum", "wang spoke", "li spoke");

    [Theory, EveryStore]
    public Task By_subject(string store) => Finds(store, new ClaimFilter.SubjectIn(["person:wang", "doc-a"]), "credit of li", "wang spoke", "wang was director");

    [Theory, EveryStore]
    public Task By_object(string store) => Finds(store, new ClaimFilter.ObjectIn(["person:li", "event:fair"]), "credit of li", "alpha attended fair");

    [Theory, EveryStore]
    public Task A_claim_with_one_end_has_no_object_among_any(string store) => Finds(
        store,
        new ClaimFilter.Not(new ClaimFilter.ObjectIn(["event:forum", "event:fair", "org:gamma", "person:li"])),
        "alpha figure");

    [Theory, EveryStore]
    public Task By_a_qualifier_that_is_the_text(string store) =>
        Finds(store, new ClaimFilter.QualifierText("title", TextComparison.Equal, "Chair"), "alpha chaired forum");

    [Theory, EveryStore]
    public Task By_a_qualifier_that_holds_the_text(string store) =>
        Finds(store, new ClaimFilter.QualifierText("title", TextComparison.Contains, "Chair"), "alpha chaired forum", "delta attended forum");

    [Theory, EveryStore]
    public Task By_a_qualifier_that_begins_with_the_text(string store) =>
        Finds(store, new ClaimFilter.QualifierText("title", TextComparison.StartsWith, "G"), "delta attended forum");

    [Theory, EveryStore]
    public Task By_a_qualifier_that_is_one_of_several(string store) =>
        Finds(store, new ClaimFilter.QualifierIn("act", ["SPEECH", "READING"]), "li spoke");

    [Theory, EveryStore]
    public Task By_a_qualifier_that_is_one_of_none(string store) => Finds(store, new ClaimFilter.QualifierIn("act", []));

    [Theory, EveryStore]
    public Task A_missing_qualifier_is_none_of_them(string store) => Finds(
        store,
        new ClaimFilter.All([new ClaimFilter.TypeIn(["ATTENDED"]), new ClaimFilter.Not(new ClaimFilter.QualifierIn("title", ["Chair", "Host"]))]),
        "beta attended forum",
        "delta attended forum",
        "alpha attended fair");

    [Theory, EveryStore]
    public Task By_a_qualifier_that_is_missing(string store) => Finds(
        store,
        new ClaimFilter.All([new ClaimFilter.TypeIn(["ATTENDED"]), new ClaimFilter.QualifierMissing("title")]),
        "beta attended forum",
        "alpha attended fair");

    [Theory, EveryStore]
    public Task By_the_first_day_both_bounds_included(string store) =>
        Finds(store, new ClaimFilter.FromDayWithin(Day("2020-01-01"), Day("2024-11-11")), "li is director");

    [Theory, EveryStore]
    public Task By_the_first_day_up_to_a_day(string store) =>
        Finds(store, new ClaimFilter.FromDayWithin(null, Day("2020-01-01")), "wang was director", "li is director");

    [Theory, EveryStore]
    public Task By_the_first_day_from_a_day_on(string store) => Finds(store, new ClaimFilter.FromDayWithin(Day("2024-11-13"), null), "credit of li");

    [Theory, EveryStore]
    public Task A_missing_day_does_not_lie_between_open_bounds(string store) =>
        Finds(store, new ClaimFilter.Not(new ClaimFilter.FromDayWithin(null, null)), "alpha attended fair", "alpha figure");

    [Theory, EveryStore]
    public Task By_a_day_that_is_missing(string store) => Finds(store, new ClaimFilter.FromDayMissing(), "alpha attended fair", "alpha figure");

    [Theory, EveryStore]
    public Task Any_of_several(string store) =>
        Finds(
            store,
            new ClaimFilter.Any([new ClaimFilter.TypeIn(["GUIDED"]), new ClaimFilter.FromDayMissing()]),
            "gamma guided forum",
            "alpha attended fair",
            "alpha figure");

    [Theory, EveryStore]
    public Task Any_of_none_is_false(string store) => Finds(store, new ClaimFilter.Any([]));

    [Theory, EveryStore]
    public Task All_of_none_is_true(string store) =>
        Finds(store, new ClaimFilter.All([new ClaimFilter.All([]), new ClaimFilter.TypeIn(["GUIDED"])]), "gamma guided forum");

    private static async Task Finds(string store, ClaimFilter filter, params string[] names)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = Assert.Single(await graph.ClaimsAsync(new ClaimRequest
        {
            By = ClaimsBy.Document,
            Anchors = ["doc-a"],
            Filter = filter,
            Sort = SortTerm.Printed,
            Page = PageRequest.All,
            WantsTotals = true,
        }));
        Assert.Equal(names, GraphUnderTest.Names(page));
        Assert.Equal(names.Length, page.Total);
    }
}
