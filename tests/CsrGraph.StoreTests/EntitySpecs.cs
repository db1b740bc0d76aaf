using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

public sealed class EntitySpecs
{
    [Theory, EveryStore]
    public async Task Entities_come_in_the_order_of_the_ids_and_an_unknown_one_is_null(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var found = await graph.Store.EntitiesAsync(["person:li", "org:nobody", "doc-a", "org:alpha", "not an id"], graph.Now, TestContext.Current.CancellationToken);
        Assert.Equal(["person:li", null, "doc-a", "org:alpha", null], found.Select(e => e?.Id.Value));
    }

    [Theory, EveryStore]
    public async Task An_entity_comes_back_as_it_was_given(string store)
    {
        await using var graph = await GraphUnderTest.EmptyAsync(store);
        var borne = new Evidence(new EntityId("doc-a"), "名", new Span(3, 4), Grade.Inferred, "read from the table", null);
        var given = new Entity(
            new EntityId("event:all"),
            "EVENT",
            null,
            [new Name("“全部”😀会", "zh-Hans", "FULL", true, "completed", borne), new Name("All", "en", "SHORT", false, null, null)],
            [new EntityId("event:one"), new EntityId("event:two")],
            Qualifiers.Of(("url", "https://example.org/?a=\"b\"")),
            PartialDate.Of("2017/2018-05", "近两年", "from the context", TimeOfDay.Evening));
        await graph.ApplyAsync(new Change.EntityAdded(Sample.FirstReport), new Change.EntityAdded(given));

        var found = Assert.IsType<Entity>(await graph.EntityAsync("event:all"));
        Assert.True(found.SaysTheSameAs(given));
        Assert.Equal(given.Date, found.Date);
    }

    [Theory, EveryStore]
    public async Task A_merged_id_gives_the_entity_that_it_became(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Equal("org:delta", (await graph.EntityAsync("org:old-delta"))?.Id.Value);
    }

    [Theory, EveryStore]
    public async Task A_redirect_holds_from_its_change_set_on_and_ends_with_it(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var undivided = Sample.Delta with { Formerly = [] };
        await graph.ApplyAsync(new Change.EntityRetracted(Sample.Delta), new Change.EntityAdded(undivided));

        Assert.Null(await graph.EntityAsync("org:old-delta"));
        Assert.Equal("org:delta", (await graph.EntityAsync("org:old-delta", new AsOf(1)))?.Id.Value);
    }

    [Theory, EveryStore]
    public async Task An_entity_that_stands_goes_before_one_that_took_over_its_id(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        await graph.ApplyAsync(new Change.EntityAdded(Make.Organisation("org:old-delta", "MEDIA", Make.Full("Old"))));
        Assert.Equal("Old", (await graph.EntityAsync("org:old-delta"))?.Name);
        Assert.Equal("Delta", (await graph.EntityAsync("org:old-delta", new AsOf(1)))?.Name);

        // The same among others.
        string[] several = ["org:delta", "org:old-delta", "org:nobody"];
        Assert.Equal(["Delta", "Old", null], (await graph.Store.EntitiesAsync(several, graph.Now, TestContext.Current.CancellationToken)).Select(e => e?.Name));
        Assert.Equal(["Delta", "Delta", null], (await graph.Store.EntitiesAsync(several, new AsOf(1), TestContext.Current.CancellationToken)).Select(e => e?.Name));
    }

    [Theory, EveryStore]
    public async Task Nothing_stands_before_the_first_change_set(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Null(await graph.EntityAsync("org:alpha", new AsOf(0)));
        Assert.Null(await graph.EntityAsync("org:old-delta", new AsOf(0)));
    }

    [Theory, EveryStore]
    public async Task A_day_does_not_take_entities_away(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.NotNull(await graph.EntityAsync("event:forum", new AsOf(1, Make.Day("1990-01-01"))));
    }

    [Theory, EveryStore]
    public async Task No_ids_give_no_entities(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        Assert.Empty(await graph.Store.EntitiesAsync([], graph.Now, TestContext.Current.CancellationToken));
    }
}
