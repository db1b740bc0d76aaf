using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;
using static CsrGraph.StoreTests.Harness.Make;

namespace CsrGraph.StoreTests;

public sealed class EntityFilterSpecs
{
    private static readonly EntityFilter IsCompany = new EntityFilter.CategoryIn(["COMPANY"]);
    private static readonly EntityFilter StartsWithA = new EntityFilter.NameText(TextComparison.StartsWith, "A");

    [Theory, EveryStore]
    public Task Without_a_filter_every_entity_of_the_kind_is_found(string store) =>
        Finds(store, "ORGANISATION", null, "org:alpha", "org:beta", "org:delta", "org:gamma");

    [Theory, EveryStore]
    public async Task Several_kinds_are_found_together(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var page = await graph.FindAsync(new FindRequest { Kinds = ["PLEDGE", "PERSON", "STANDARD"], Page = PageRequest.All, WantsTotal = true });
        Assert.Equal(["pledge:blue", "pledge:green", "person:li", "person:wang"], GraphUnderTest.Ids(page));
        Assert.Equal(4, page.Total);
    }

    [Theory, EveryStore]
    public Task By_id(string store) => Finds(store, "ORGANISATION", new EntityFilter.IdIn(["org:gamma", "org:nobody", "person:li", "org:alpha"]), "org:alpha", "org:gamma");

    [Theory, EveryStore]
    public Task By_no_id(string store) => Finds(store, "ORGANISATION", new EntityFilter.IdIn([]));

    [Theory, EveryStore]
    public Task A_merged_id_is_nobodys_own(string store) => Finds(store, "ORGANISATION", new EntityFilter.IdIn(["org:old-delta"]));

    [Theory, EveryStore]
    public Task By_kind(string store) => Finds(store, "PLEDGE", new EntityFilter.KindIn(["PERSON"]));

    [Theory, EveryStore]
    public Task By_category_a_missing_one_satisfies_nothing(string store) =>
        Finds(store, "ORGANISATION", new EntityFilter.CategoryIn(["COMPANY", "MEDIA"]), "org:alpha", "org:beta");

    [Theory, EveryStore]
    public Task Not_takes_in_what_is_missing(string store) => Finds(store, "ORGANISATION", new EntityFilter.Not(IsCompany), "org:delta", "org:gamma");

    [Theory, EveryStore]
    public Task Not_not_is_the_condition_itself(string store) =>
        Finds(store, "ORGANISATION", new EntityFilter.Not(new EntityFilter.Not(IsCompany)), "org:alpha", "org:beta");

    [Theory, EveryStore]
    public Task By_the_shown_name_alone(string store) => Finds(store, "ORGANISATION", new EntityFilter.NameText(TextComparison.Equal, "A1"));

    [Theory, EveryStore]
    public Task By_a_name_that_is_the_text(string store) => Finds(store, "ORGANISATION", new EntityFilter.NameText(TextComparison.Equal, "Beta"), "org:beta");

    [Theory, EveryStore]
    public Task By_a_name_that_holds_the_text_in_the_same_case(string store) =>
        Finds(store, "ORGANISATION", new EntityFilter.NameText(TextComparison.Contains, "a"), "org:alpha", "org:beta", "org:delta", "org:gamma");

    [Theory, EveryStore]
    public Task By_a_name_that_begins_with_the_text_in_the_same_case(string store) => Finds(store, "ORGANISATION", new EntityFilter.NameText(TextComparison.StartsWith, "a"));

    [Theory, EveryStore]
    public Task The_empty_text_is_held_by_every_name(string store) =>
        Finds(store, "PERSON", new EntityFilter.NameText(TextComparison.Contains, ""), "person:li", "person:wang");

    [Theory, EveryStore]
    public async Task Signs_that_queries_treat_specially_are_letters_like_others(string store)
    {
        await using var graph = await GraphUnderTest.EmptyAsync(store);
        await graph.ApplyAsync(
            new Change.EntityAdded(Person("person:a", "100%_sure*")),
            new Change.EntityAdded(Person("person:b", "100 sure")),
            new Change.EntityAdded(Person("person:c", "O'[a-z]\\\"")));
        foreach (var (text, id) in new[] { ("0%", "person:a"), ("_s", "person:a"), ("e*", "person:a"), ("'[a", "person:c"), ("\\\"", "person:c") })
        {
            Assert.Equal([id], await graph.FindAsync("PERSON", new EntityFilter.NameText(TextComparison.Contains, text)));
        }

        Assert.Equal(["person:a"], await graph.FindAsync("PERSON", new EntityFilter.NameText(TextComparison.StartsWith, "100%")));
        Assert.Empty(await graph.FindAsync("PERSON", new EntityFilter.NameText(TextComparison.StartsWith, "%")));
    }

    [Theory, EveryStore]
    public Task By_a_property_that_begins_so(string store) =>
        Finds(store, "DOCUMENT", new EntityFilter.PropertyText(DocumentProperty.Publisher, TextComparison.StartsWith, "org:"), "doc-a", "doc-c");

    [Theory, EveryStore]
    public Task By_a_property_that_is_one_of_several(string store) =>
        Finds(store, "DOCUMENT", new EntityFilter.PropertyIn(DocumentProperty.Language, ["zh", "fr"]), "doc-a", "doc-b");

    [Theory, EveryStore]
    public Task A_missing_property_is_not_one_of_them(string store) =>
        Finds(store, "DOCUMENT", new EntityFilter.Not(new EntityFilter.PropertyIn(DocumentProperty.Publisher, ["org:gamma"])), "doc-b", "doc-c");

    [Theory, EveryStore]
    public Task By_a_property_that_is_missing(string store) => Finds(store, "DOCUMENT", new EntityFilter.Missing(DocumentProperty.Publisher), "doc-b");

    [Theory, EveryStore]
    public Task By_a_category_that_is_missing(string store) => Finds(store, "ORGANISATION", new EntityFilter.Missing("category"), "org:delta");

    [Theory, EveryStore]
    public Task By_a_date_that_is_missing_or_words_alone(string store) => Finds(store, "EVENT", new EntityFilter.Missing("date"), "event:fair", "event:talk");

    [Theory, EveryStore]
    public Task By_the_last_day_that_a_month_may_mean(string store) =>
        Finds(store, "EVENT", new EntityFilter.DateOverlaps(Day("2023-10-31"), Day("2024-11-11")), "event:summit");

    [Theory, EveryStore]
    public Task By_the_first_day_that_a_month_may_mean(string store) =>
        Finds(store, "EVENT", new EntityFilter.DateOverlaps(Day("2023-01-01"), Day("2023-10-01")), "event:summit");

    [Theory, EveryStore]
    public Task Days_beside_a_month_do_not_overlap_it(string store) => Finds(store, "EVENT", new EntityFilter.DateOverlaps(Day("2023-11-01"), Day("2024-11-11")));

    [Theory, EveryStore]
    public Task By_a_date_from_a_day_on(string store) => Finds(store, "EVENT", new EntityFilter.DateOverlaps(Day("2024-11-12"), null), "event:forum");

    [Theory, EveryStore]
    public Task By_a_date_up_to_a_day(string store) => Finds(store, "EVENT", new EntityFilter.DateOverlaps(null, Day("2024-11-11")), "event:summit");

    [Theory, EveryStore]
    public Task Open_on_both_sides_every_date_overlaps_and_a_missing_one_does_not(string store) =>
        Finds(store, "EVENT", new EntityFilter.DateOverlaps(null, null), "event:forum", "event:summit");

    [Theory, EveryStore]
    public Task All_of_several(string store) => Finds(store, "ORGANISATION", new EntityFilter.All([IsCompany, StartsWithA]), "org:alpha");

    [Theory, EveryStore]
    public Task All_of_none_is_true(string store) => Finds(store, "PERSON", new EntityFilter.All([]), "person:li", "person:wang");

    [Theory, EveryStore]
    public Task Any_of_several(string store) =>
        Finds(store, "ORGANISATION", new EntityFilter.Any([StartsWithA, new EntityFilter.Missing("category")]), "org:alpha", "org:delta");

    [Theory, EveryStore]
    public Task Any_of_none_is_false(string store) => Finds(store, "PERSON", new EntityFilter.Any([]));

    [Theory, EveryStore]
    public Task Not_any_of_several(string store) =>
        Finds(store, "ORGANISATION", new EntityFilter.Not(new EntityFilter.Any([IsCompany, new EntityFilter.Missing("category")])), "org:gamma");

    private static async Task Finds(string store, string kind, EntityFilter? filter, params string[] ids)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(ids, await graph.FindAsync(kind, filter));
    }
}
