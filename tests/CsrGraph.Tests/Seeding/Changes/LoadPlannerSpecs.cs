using CsrGraph.InMemory;
using CsrGraph.Store;
using Xunit;
using static CsrGraph.Tests.Seeding.Changes.Folder;

namespace CsrGraph.Tests.Seeding.Changes;

public sealed class LoadPlannerSpecs : IAsyncDisposable
{
    private readonly InMemoryStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static Folder Forum() => new Folder().Entity("org:a", "甲").Entity("org:b", "乙").Entity("event:f", "论坛");

    [Fact]
    public async Task The_same_folder_loaded_twice_changes_nothing_the_second_time()
    {
        var folder = Forum().Document("one", "2024", Says("one", 5, Relation("GUIDED", "org:a", "event:f")), Says("one", 9, Held("event:f", "2024-11-12")));
        Assert.Equal(2, (await folder.LoadAsync(store))!.Added);
        Assert.True((await folder.PlanAsync(store)).IsEmpty);
    }

    [Fact]
    public async Task A_claim_that_two_documents_bear_stands_until_the_last_of_them_drops_it()
    {
        var guided = Relation("GUIDED", "org:a", "event:f");
        await Forum().Document("one", null, Says("one", 5, guided)).Document("two", null, Says("two", 7, guided)).LoadAsync(store);
        Assert.Equal(0, (await Forum().Document("one", null).Document("two", null, Says("two", 7, guided)).LoadAsync(store))!.Retracted);
        Assert.Equal(["- one 5-6"], await StandingAsync(store, 2, after: 1));
        Assert.Equal(1, (await Forum().Document("one", null).Document("two", null).LoadAsync(store))!.Retracted);
    }

    [Fact]
    public async Task A_document_that_the_folder_does_not_hold_stays_unless_it_is_pruned()
    {
        var one = Says("one", 5, Relation("GUIDED", "org:a", "event:f"));
        await Forum().Document("one", null, one).LoadAsync(store);
        var second = Forum().Document("two", null, Says("two", 5, Relation("HOSTED", "org:b", "event:f")));
        Assert.Equal((1, 0), await CountsAsync(second, prune: false));
        Assert.Equal((0, 1), await CountsAsync(second, prune: true));
    }

    [Fact]
    public async Task A_claim_has_the_day_of_its_event_and_gets_a_new_one_in_the_change_set_that_moves_the_event()
    {
        var guided = Relation("GUIDED", "org:a", "event:f");
        await Forum().Document("one", "2020", Says("one", 5, guided), Says("one", 9, Held("event:f", "2024-11-12"))).LoadAsync(store);
        Assert.Equal(new DateOnly(2024, 11, 12).DayNumber, (await RowAsync(store, guided, 1)).Order.FromDay);
        await Forum().Document("one", "2020", Says("one", 5, guided), Says("one", 9, Held("event:f", "2024-11-13"))).LoadAsync(store);
        Assert.Equal(new DateOnly(2024, 11, 13).DayNumber, (await RowAsync(store, guided, 2)).Order.FromDay);
        Assert.Equal(new DateOnly(2024, 11, 12).DayNumber, (await RowAsync(store, guided, 1)).Order.FromDay);
        Assert.DoesNotContain(await StandingAsync(store, 2, after: 1), l => l.Contains("GUIDED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_claim_without_a_date_of_its_own_or_of_its_event_has_its_documents_day()
    {
        var guided = Relation("GUIDED", "org:a", "event:f");
        await Forum().Document("one", "2020-05", Says("one", 5, guided)).LoadAsync(store);
        Assert.Equal(new DateOnly(2020, 5, 1).DayNumber, (await RowAsync(store, guided, 1)).Order.FromDay);
        await Forum().Document("one", "2020-06", Says("one", 5, guided)).LoadAsync(store);
        Assert.Equal(new DateOnly(2020, 6, 1).DayNumber, (await RowAsync(store, guided, 2)).Order.FromDay);
    }

    [Fact]
    public async Task The_date_that_the_most_documents_give_is_the_events_date()
    {
        var folder = Forum().Document("one", null, Says("one", 1, Held("event:f", "2024-11-12")))
            .Document("two", null, Says("two", 1, Held("event:f", "2024-11-13"))).Document("three", null, Says("three", 1, Held("event:f", "2024-11-13")));
        await folder.LoadAsync(store);
        Assert.Equal("2024-11-13", (await store.EntitiesAsync(["event:f"], new AsOf(1), TestContext.Current.CancellationToken))[0]!.Date!.Date);
        await folder.Without("three").LoadAsync(store, prune: true);
        Assert.Equal("2024-11-12", (await store.EntitiesAsync(["event:f"], new AsOf(2), TestContext.Current.CancellationToken))[0]!.Date!.Date);
    }

    [Fact]
    public async Task A_printed_date_is_better_supported_than_an_inferred_one()
    {
        await Forum().Document("one", null, Says("one", 1, Held("event:f", "2024-11-01", "year of the name")), Says("one", 2, Held("event:f", "2024-11-12"))).LoadAsync(store);
        Assert.Equal("2024-11-12", (await store.EntitiesAsync(["event:f"], new AsOf(1), TestContext.Current.CancellationToken))[0]!.Date!.Date);
    }

    [Fact]
    public async Task A_renamed_event_keeps_its_date()
    {
        var folder = Forum().Document("one", null, Says("one", 1, Held("event:f", "2024-11-12")));
        await folder.LoadAsync(store);
        await folder.Entity("event:f", "新论坛").LoadAsync(store);
        var renamed = (await store.EntitiesAsync(["event:f"], new AsOf(2), TestContext.Current.CancellationToken))[0]!;
        Assert.Equal(("新论坛", "2024-11-12"), (renamed.Name, renamed.Date?.Date));
    }

    [Fact]
    public async Task A_former_post_has_no_first_day_and_is_over_when_the_document_is_written()
    {
        var post = Relation("HOLDS_POSITION", "person:x", "org:a", null, ("title", "院长"), ("state", "FORMER"), ("positionType", "POST"));
        await Forum().Entity("person:x", "某人").Document("one", "2024-11-12", Says("one", 1, post)).LoadAsync(store);
        var order = (await RowAsync(store, post, 1)).Order;
        Assert.Null(order.FromDay);
        Assert.Equal(new DateOnly(2024, 11, 12).DayNumber, order.UntilDay);
    }

    [Fact]
    public async Task An_entity_that_is_gone_from_the_folder_and_used_by_another_document_stops_the_load()
    {
        await Forum().Document("one", null, Says("one", 5, Relation("GUIDED", "org:a", "event:f"))).LoadAsync(store);
        var plan = await Forum().Without("org:a").PlanAsync(store);
        var problem = Assert.Single(plan.Problems);
        Assert.Contains("org:a", problem.What, StringComparison.Ordinal);
        Assert.Contains("claim:", problem.What, StringComparison.Ordinal);
        Assert.Empty(plan.Changes);
    }

    [Theory]
    [InlineData("onBehalfOf")]
    public async Task An_entity_that_only_a_qualifier_names_is_used_too(string qualifier)
    {
        await Forum().Document("one", null, Says("one", 5, Relation("GUIDED", "org:a", "event:f", null, (qualifier, "org:b")))).LoadAsync(store);
        Assert.Single((await Forum().Without("org:b").PlanAsync(store)).Problems);
    }

    [Fact]
    public async Task An_unused_entity_that_is_gone_from_the_folder_is_retracted()
    {
        await Forum().LoadAsync(store);
        await Forum().Without("org:b").LoadAsync(store);
        Assert.Equal(["- org:b 乙"], await StandingAsync(store, 2, after: 1));
    }

    private async Task<(long, long)> CountsAsync(Folder folder, bool prune)
    {
        var done = await folder.LoadAsync(store, prune);
        return (done!.Added, done.Retracted);
    }
}
