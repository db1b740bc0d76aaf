using CsrGraph.InMemory;
using CsrGraph.Query;
using CsrGraph.Seeding.Changes;
using CsrGraph.Store;
using Xunit;
using static CsrGraph.Tests.Seeding.Changes.Folder;

namespace CsrGraph.Tests.Seeding.Changes;

public sealed class ChangeSentencesSpecs : IAsyncDisposable
{
    private readonly InMemoryStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static Folder Forum() => new Folder().Entity("org:a", "甲").Entity("org:b", "乙").Entity("event:f", "论坛");

    [Fact]
    public async Task A_plan_names_entities_and_then_claims_as_their_source_prints_them_each_with_its_words()
    {
        var folder = Forum().Document("one", null, Says("one", 9, Relation("GUIDED", "org:a", "event:f")), Says("one", 5, Relation("HOSTED", "org:b", "event:f")));
        Assert.Equal(
            ["+ event:f 论坛", "+ one one", "+ org:a 甲", "+ org:b 乙", "+ 乙 hosted 论坛 — “字” one", "+ 甲 guided 论坛 — “字” one"],
            await SayAsync(folder));
    }

    [Fact]
    public async Task A_renamed_entity_a_retracted_claim_and_more_evidence_each_have_their_sign()
    {
        var guided = Relation("GUIDED", "org:a", "event:f");
        await Forum().Document("one", null, Says("one", 5, guided), Says("one", 9, Relation("HOSTED", "org:b", "event:f"))).LoadAsync(store);
        var folder = Forum().Entity("org:a", "甲二").Document("one", null, Says("one", 5, guided)).Document("two", null, Says("two", 7, guided));
        Assert.Equal(
            ["~ org:a 甲二: names", "+ two two", "- 乙 hosted 论坛 — “字” one", "~ 甲二 guided 论坛: evidence +1 -0 — “字” two"],
            await SayAsync(folder));
    }

    [Fact]
    public async Task A_day_that_only_follows_from_another_claim_is_not_said()
    {
        var guided = Says("one", 5, Relation("GUIDED", "org:a", "event:f"));
        await Forum().Document("one", null, guided).LoadAsync(store);
        Assert.Equal(["+ 论坛: held 2024-11-12 — “字” one"], await SayAsync(Forum().Document("one", null, guided, Says("one", 9, Held("event:f", "2024-11-12")))));
    }

    private async Task<IReadOnlyList<string>> SayAsync(Folder folder)
    {
        var plan = await folder.PlanAsync(store);
        return await new ChangeSentences(store, Terms).SayAsync(plan.Changes, new AsOf(plan.Head), Tongue.En, TestContext.Current.CancellationToken);
    }
}
