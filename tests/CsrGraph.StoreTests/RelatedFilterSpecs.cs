using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;
using static CsrGraph.StoreTests.Harness.Make;

namespace CsrGraph.StoreTests;

public sealed class RelatedFilterSpecs
{
    private static readonly RelationKey Attended = new("ATTENDED", RelationEnd.Subject);
    private static readonly RelationKey Attendees = new("ATTENDED", RelationEnd.Object);
    private static readonly RelationKey Signed = new("SIGNED", RelationEnd.Subject);
    private static readonly RelationKey SameAs = new("SAME_AS", RelationEnd.Either);

    [Theory, EveryStore]
    public Task Some_relation(string store) => Finds(store, "ORGANISATION", Some(Attended), "org:alpha", "org:beta", "org:delta");

    [Theory, EveryStore]
    public Task No_relation(string store) => Finds(store, "ORGANISATION", None(Attended), "org:gamma");

    [Theory, EveryStore]
    public Task Some_relation_from_the_other_end(string store) => Finds(store, "EVENT", Some(Attendees), "event:fair", "event:forum", "event:summit");

    [Theory, EveryStore]
    public Task No_relation_from_the_other_end(string store) => Finds(store, "EVENT", None(Attendees), "event:talk");

    [Theory, EveryStore]
    public Task Some_relation_of_a_symmetric_type_from_either_end(string store) => Finds(store, "ORGANISATION", Some(SameAs), "org:delta", "org:gamma");

    [Theory, EveryStore]
    public Task A_relation_is_not_seen_from_the_wrong_end(string store) => Finds(store, "EVENT", Some(Attended));

    [Theory, EveryStore]
    public Task Some_relation_to_an_entity_of_which_something_holds(string store) =>
        Finds(store, "ORGANISATION", Some(Attended, new EntityFilter.Missing("date")), "org:alpha");

    [Theory, EveryStore]
    public Task No_relation_to_an_entity_of_which_something_holds(string store) =>
        Finds(store, "ORGANISATION", None(Attended, new EntityFilter.IdIn(["event:fair", "event:summit"])), "org:delta", "org:gamma");

    [Theory, EveryStore]
    public Task Some_relation_that_itself_satisfies_something(string store) =>
        Finds(store, "ORGANISATION", Some(Attended, edge: new ClaimFilter.QualifierText("title", TextComparison.Contains, "Chair")), "org:alpha", "org:delta");

    [Theory, EveryStore]
    public Task No_relation_that_itself_satisfies_something(string store) =>
        Finds(store, "ORGANISATION", None(Attended, edge: new ClaimFilter.QualifierMissing("title")), "org:delta", "org:gamma");

    [Theory, EveryStore]
    public Task One_relation_must_satisfy_both_conditions_at_once(string store) => Finds(
        store,
        "ORGANISATION",
        Some(Attended, new EntityFilter.IdIn(["event:fair"]), new ClaimFilter.QualifierIn("title", ["Chair"])));

    [Theory, EveryStore]
    public Task Two_relations_may_satisfy_two_filters(string store) => Finds(
        store,
        "ORGANISATION",
        new EntityFilter.All([Some(Attended, new EntityFilter.IdIn(["event:fair"])), Some(Attended, edge: new ClaimFilter.QualifierIn("title", ["Chair"]))]),
        "org:alpha");

    [Theory, EveryStore]
    public Task Conditions_go_as_deep_as_they_are_written(string store) => Finds(
        store,
        "EVENT",
        Some(Attendees, Some(Signed, new EntityFilter.NameText(TextComparison.Equal, "Green"), new ClaimFilter.FromDayWithin(null, Day("2018-04-30")))),
        "event:forum",
        "event:summit");

    [Theory, EveryStore]
    public Task None_within_some(string store) => Finds(store, "EVENT", Some(Attendees, None(Signed)), "event:forum");

    [Theory, EveryStore]
    public Task Some_within_none(string store) => Finds(store, "EVENT", None(Attendees, Some(Signed)), "event:talk");

    [Theory, EveryStore]
    public Task Not_some_is_none(string store) => Finds(store, "ORGANISATION", new EntityFilter.Not(Some(Attended)), "org:gamma");

    [Theory, EveryStore]
    public async Task Only_relations_that_hold_on_the_day_count(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var director = Some(new RelationKey("HOLDS_POSITION", RelationEnd.Subject));
        Assert.Equal(["person:wang"], await graph.FindAsync("PERSON", director, new AsOf(1, Day("2015-06-01"))));
        Assert.Equal(["person:li"], await graph.FindAsync("PERSON", director, new AsOf(1, Day("2024-06-01"))));
        Assert.Equal(["person:li", "person:wang"], await graph.FindAsync("PERSON", director));
    }

    [Theory, EveryStore]
    public async Task Only_relations_that_stand_at_the_head_count(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync([.. Sample.Retracting("delta attended forum")]);
        Assert.Equal(["org:delta", "org:gamma"], await graph.FindAsync("ORGANISATION", None(Attended)));
        Assert.Equal(["org:gamma"], await graph.FindAsync("ORGANISATION", None(Attended), new AsOf(1)));
    }

    private static EntityFilter.Related Some(RelationKey relation, EntityFilter? far = null, ClaimFilter? edge = null) => new(relation, false, far, edge);

    private static EntityFilter.Related None(RelationKey relation, EntityFilter? far = null, ClaimFilter? edge = null) => new(relation, true, far, edge);

    private static async Task Finds(string store, string kind, EntityFilter filter, params string[] ids)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal(ids, await graph.FindAsync(kind, filter));
    }
}
