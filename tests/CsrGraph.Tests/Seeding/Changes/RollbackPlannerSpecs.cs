using CsrGraph.InMemory;
using CsrGraph.Seeding.Changes;
using Xunit;
using static CsrGraph.Tests.Seeding.Changes.Folder;

namespace CsrGraph.Tests.Seeding.Changes;

public sealed class RollbackPlannerSpecs : IAsyncDisposable
{
    private readonly InMemoryStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static Folder Forum() => new Folder().Entity("org:a", "甲").Entity("org:b", "乙").Entity("event:f", "论坛");

    [Fact]
    public async Task Rolling_the_last_load_back_gives_the_state_before_and_loading_again_the_state_after()
    {
        var first = Forum().Document("one", "2024", Says("one", 5, Relation("GUIDED", "org:a", "event:f")));
        await first.LoadAsync(store);
        var second = Forum().Entity("event:f", "新论坛").Document("one", "2024", Says("one", 5, Relation("HOSTED", "org:b", "event:f")), Says("one", 9, Held("event:f", "2023")));
        await second.LoadAsync(store);
        await RollBackAsync(store, 2);
        await second.LoadAsync(store);

        Assert.Equal(await StandingAsync(store, 1), await StandingAsync(store, 3));
        Assert.Equal(await StandingAsync(store, 2), await StandingAsync(store, 4));
        Assert.NotEqual(await StandingAsync(store, 1), await StandingAsync(store, 2));
    }

    [Fact]
    public async Task Rolling_the_first_load_back_leaves_nothing()
    {
        await Forum().Document("one", null, Says("one", 5, Relation("GUIDED", "org:a", "event:f"))).LoadAsync(store);
        await RollBackAsync(store, 1);
        Assert.Empty(await StandingAsync(store, 2));
    }

    [Fact]
    public async Task An_earlier_load_is_rolled_back_where_nothing_later_builds_on_it()
    {
        await Forum().Document("one", null, Says("one", 5, Relation("GUIDED", "org:a", "event:f"))).LoadAsync(store);
        await Forum().Document("one", null, Says("one", 5, Relation("GUIDED", "org:b", "event:f"))).LoadAsync(store);
        await Forum().Document("two", null, Says("two", 5, Relation("HOSTED", "org:b", "event:f"))).LoadAsync(store);
        await RollBackAsync(store, 2);
        Assert.Contains("+ org:a GUIDED event:f", await StandingAsync(store, 4));
        Assert.Contains("+ org:b HOSTED event:f", await StandingAsync(store, 4));
        Assert.DoesNotContain("+ org:b GUIDED event:f", await StandingAsync(store, 4));
    }

    [Fact]
    public async Task What_later_loads_build_on_stands_in_the_way_and_is_named()
    {
        await Forum().LoadAsync(store);
        await Forum().Entity("org:c", "丙").LoadAsync(store);
        await Forum().Entity("org:c", "丙").Document("one", null, Says("one", 5, Relation("GUIDED", "org:c", "event:f"))).LoadAsync(store);
        var plan = await new RollbackPlanner(store, Terms).PlanAsync(2, TestContext.Current.CancellationToken);
        Assert.Contains("org:c", Assert.Single(plan!.Problems).What, StringComparison.Ordinal);
        Assert.Empty(plan.Changes);
    }

    [Fact]
    public async Task An_entity_that_was_changed_again_stands_in_the_way()
    {
        await Forum().LoadAsync(store);
        await Forum().Entity("org:a", "甲二").LoadAsync(store);
        await Forum().Entity("org:a", "甲三").LoadAsync(store);
        var plan = await new RollbackPlanner(store, Terms).PlanAsync(2, TestContext.Current.CancellationToken);
        Assert.Contains("changed again", Assert.Single(plan!.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_set_that_does_not_exist_gives_no_plan() =>
        Assert.Null(await new RollbackPlanner(store, Terms).PlanAsync(1, TestContext.Current.CancellationToken));
}
