using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class SortSpecs
{
    private static readonly RelationKey Attended = new("ATTENDED", RelationEnd.Subject);
    private static readonly RelationKey Attendees = new("ATTENDED", RelationEnd.Object);

    [Theory, EveryStore]
    public Task Entities_by_name(string store) => Sorts(store, "ORGANISATION", [new(SortBy.Name)], "org:alpha", "org:beta", "org:delta", "org:gamma");

    [Theory, EveryStore]
    public Task Entities_by_name_backwards(string store) =>
        Sorts(store, "ORGANISATION", [new(SortBy.Name, Descending: true)], "org:gamma", "org:delta", "org:beta", "org:alpha");

    [Theory, EveryStore]
    public Task Entities_by_date_the_missing_ones_last(string store) =>
        Sorts(store, "EVENT", [new(SortBy.Date)], "event:summit", "event:forum", "event:fair", "event:talk");

    [Theory, EveryStore]
    public Task Entities_by_date_backwards_the_missing_ones_last_as_well_and_ties_by_id_forwards(string store) =>
        Sorts(store, "EVENT", [new(SortBy.Date, Descending: true)], "event:forum", "event:summit", "event:fair", "event:talk");

    [Theory, EveryStore]
    public Task Entities_by_how_many_distinct_others_they_are_related_to(string store) =>
        Sorts(store, "ORGANISATION", [new(SortBy.RelationCount, true, Attended)], "org:alpha", "org:beta", "org:delta", "org:gamma");

    [Theory, EveryStore]
    public Task No_relation_counts_as_zero_and_comes_first_forwards(string store) =>
        Sorts(store, "EVENT", [new(SortBy.RelationCount, false, Attendees)], "event:talk", "event:fair", "event:summit", "event:forum");

    [Theory, EveryStore]
    public Task The_next_term_decides_between_equals(string store) =>
        Sorts(store, "EVENT", [new(SortBy.RelationCount, true, Attendees), new(SortBy.Name, true)], "event:forum", "event:summit", "event:fair", "event:talk");

    [Theory, EveryStore]
    public Task Without_terms_the_id_decides(string store) => Sorts(store, "PLEDGE", [], "pledge:blue", "pledge:green");

    [Theory, EveryStore]
    public async Task Chinese_names_sort_by_their_pinyin(string store)
    {
        await using var graph = await GraphUnderTest.EmptyAsync(store);
        await graph.ApplyAsync(
            new Change.EntityAdded(Make.Person("person:a", "天津")),
            new Change.EntityAdded(Make.Person("person:b", "上海")),
            new Change.EntityAdded(Make.Person("person:c", "北京")));
        Assert.Equal(["person:c", "person:b", "person:a"], await graph.FindAsync("PERSON", null));
    }

    [Theory, EveryStore]
    public async Task A_relation_count_takes_in_only_what_holds_on_the_day(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var request = new FindRequest { Kinds = ["EVENT"], Sort = [new(SortBy.RelationCount, true, Attendees)], Page = PageRequest.All };
        Assert.Equal(
            ["event:fair", "event:summit", "event:forum", "event:talk"], GraphUnderTest.Ids(await graph.FindAsync(request, new AsOf(1, Make.Day("2024-01-01")))));
    }

    [Theory, EveryStore]
    public async Task Relations_by_day_then_as_printed(string store) => await SortsRelations(
        store, SortTerm.Claims, "gamma signed green", "beta signed green", "alpha signed green");

    [Theory, EveryStore]
    public async Task Relations_as_printed(string store) => await SortsRelations(
        store, SortTerm.Printed, "alpha signed green", "gamma signed green", "beta signed green");

    [Theory, EveryStore]
    public async Task Relations_by_the_last_day_first_then_backwards_as_printed(string store) => await SortsRelations(
        store, [new(SortBy.When, true), new(SortBy.Rank, true)], "alpha signed green", "beta signed green", "gamma signed green");

    [Theory, EveryStore]
    public async Task Relations_by_the_far_entitys_name_backwards(string store) => await SortsRelations(
        store, [new(SortBy.Name, true)], "gamma signed green", "beta signed green", "alpha signed green");

    [Theory, EveryStore]
    public async Task Relations_by_how_many_others_the_far_entity_is_related_to(string store) => await SortsRelations(
        store, [new(SortBy.RelationCount, false, Attended), new(SortBy.Name, true)], "gamma signed green", "beta signed green", "alpha signed green");

    [Theory, EveryStore]
    public async Task Relations_by_the_far_entitys_date_the_missing_ones_last(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(new RelationRequest
        {
            Anchors = ["org:alpha"],
            Relation = Attended,
            Sort = [new(SortBy.Date, true), new(SortBy.Rank)],
            Page = PageRequest.All,
        });
        Assert.Equal(["alpha chaired forum", "alpha hosted forum", "alpha attended fair"], GraphUnderTest.Names(page));
    }

    [Theory, EveryStore]
    public async Task A_missing_day_comes_last_in_both_directions(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        foreach (var descending in new[] { false, true })
        {
            var page = await graph.RelationsAsync(new RelationRequest
            {
                Anchors = ["org:alpha"],
                Relation = Attended,
                Sort = [new(SortBy.When, descending), new(SortBy.Rank, descending)],
                Page = PageRequest.All,
            });
            Assert.Equal("alpha attended fair", GraphUnderTest.Names(page).Last());
        }
    }

    [Theory, EveryStore]
    public async Task A_position_holds_a_value_for_each_term_and_the_id(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.FindAsync(new FindRequest
        {
            Kinds = ["EVENT"],
            Filter = new EntityFilter.IdIn(["event:fair", "event:forum"]),
            Sort = [new(SortBy.Date), new(SortBy.RelationCount, true, Attendees)],
            Page = PageRequest.All,
        });
        Assert.Equal("event:forum", page.Rows[0].Position.Id);
        Assert.Equal([(long)Make.Day("2024-11-12").DayNumber, 3L], page.Rows[0].Position.Values);
        Assert.Equal([null, 1L], page.Rows[1].Position.Values);
    }

    private static async Task Sorts(string store, string kind, IReadOnlyList<SortTerm> sort, params string[] ids)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(ids, GraphUnderTest.Ids(await graph.FindAsync(new FindRequest { Kinds = [kind], Sort = sort, Page = PageRequest.All })));
    }

    private static async Task SortsRelations(string store, IReadOnlyList<SortTerm> sort, params string[] names)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.RelationsAsync(new RelationRequest
        {
            Anchors = ["pledge:green"],
            Relation = new RelationKey("SIGNED", RelationEnd.Object),
            Sort = sort,
            Page = PageRequest.All,
        });
        Assert.Equal(names, GraphUnderTest.Names(page));
    }
}
