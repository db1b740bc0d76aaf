using CsrGraph.Generation;
using CsrGraph.InMemory;
using CsrGraph.Model;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Changes;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Generation;

/// <summary>A sector that goes straight into a store is what a load of its folder makes of the store.</summary>
public sealed class MadeChangesSpecs
{
    private static readonly VocabularyDefinition Vocabulary = VocabularyDefinition.Load();
    private static readonly MadeSector Sector = new(new SectorSize(400, 2500, 3));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_filled_at_once_holds_what_a_load_of_the_folder_brings_days_and_ranks_too()
    {
        await using var filled = await FilledAsync();
        await using var loaded = new InMemoryStore();
        await LoadAsync(loaded, Edition.First);

        Assert.Equal(await ToldAsync(loaded, 0, 1), await ToldAsync(filled, 0, 1));
    }

    [Fact]
    public async Task Corrections_are_what_a_load_of_the_second_edition_changes_and_they_retract_claims()
    {
        await using var filled = await FilledAsync();
        var corrected = await filled.ApplyAsync(Change(1), Sector.Corrections(Vocabulary).ToAsyncEnumerable(), Cancellation);
        await using var loaded = new InMemoryStore();
        await LoadAsync(loaded, Edition.First);
        await LoadAsync(loaded, Edition.Corrected);

        Assert.True(corrected.Retracted > 0);
        Assert.Equal(corrected.Added, corrected.Retracted);
        Assert.Equal(await ToldAsync(loaded, 1, 2), await ToldAsync(filled, 1, 2));
        Assert.Equal(await ToldAsync(loaded, 0, 2), await ToldAsync(filled, 0, 2));
    }

    [Fact]
    public async Task Loading_the_same_folder_again_changes_nothing()
    {
        await using var store = new InMemoryStore();
        await LoadAsync(store, Edition.First);

        Assert.True((await PlanAsync(store, Edition.First)).IsEmpty);
    }

    [Fact]
    public void Each_claim_is_directly_followed_by_its_evidence_after_all_entities()
    {
        var changes = Sector.Changes(Vocabulary).ToList();
        var first = changes.FindIndex(c => c is Change.ClaimAdded);

        Assert.Equal(2500, changes.OfType<Change.ClaimAdded>().DistinctBy(c => c.Claim.Id).Count());
        Assert.All(changes.Take(first), c => Assert.IsType<Change.EntityAdded>(c));
        var claim = default(ClaimId);
        foreach (var change in changes.Skip(first))
        {
            if (change is Change.ClaimAdded added) claim = added.Claim.Id;
            else Assert.Equal(claim, Assert.IsType<Change.EvidenceAdded>(change).Claim);
        }
    }

    [Fact]
    public async Task A_hub_has_as_many_relations_as_asked_for_beside_ordinary_events()
    {
        var sector = new HubSector(300, 4);
        await using var store = new InMemoryStore();
        await store.ApplyAsync(Change(0), sector.Changes().ToAsyncEnumerable(), Cancellation);

        var request = new RelationRequest
        {
            Relation = new RelationKey("ATTENDED", RelationEnd.Object),
            Anchors = [HubSector.Event(0).Value, HubSector.Event(4).Value],
            Page = new PageRequest(0),
            WantsTotals = true,
        };
        var pages = (await store.RelationsAsync([request], new AsOf(1), Cancellation))[0];

        Assert.Equal([300L, 10L], pages.Select(p => p.EdgeTotal!.Value));
        Assert.Equal(340, sector.Claims);
    }

    private static NewChangeSet Change(long head) => new(head, DateTimeOffset.UnixEpoch, "a test", "made up", null);

    private static async Task<InMemoryStore> FilledAsync()
    {
        var store = new InMemoryStore();
        await store.ApplyAsync(Change(0), Sector.Changes(Vocabulary).ToAsyncEnumerable(), Cancellation);
        return store;
    }

    private static async Task LoadAsync(InMemoryStore store, Edition edition)
    {
        var plan = await PlanAsync(store, edition);
        Assert.Empty(plan.Problems);
        await store.ApplyAsync(Change(plan.Head), plan.Changes.ToAsyncEnumerable(), Cancellation);
    }

    private static Task<ChangePlan> PlanAsync(InMemoryStore store, Edition edition)
    {
        var documents = Sector.Documents(edition).Select(d => d.Seed).OrderBy(d => d.Record.Id).ToList();
        var seed = new SeedGraph([.. Sector.Entities().OrderBy(e => e.Id)], documents, "");
        return new LoadPlanner(store, Vocabulary).PlanAsync(seed, prune: false, Cancellation);
    }

    private static async Task<List<string>> ToldAsync(InMemoryStore store, long after, long upTo)
    {
        var told = new List<string>();
        await foreach (var change in store.ChangesAsync(after, upTo, Cancellation))
        {
            told.Add(change switch
            {
                Change.EntityAdded { Entity: var e } =>
                    $"+ {e.Id} {e.Kind} {e.Category} {string.Join('|', e.Names)} {string.Join('|', e.Properties)} {e.Date?.Date} {e.Date}",
                Change.ClaimAdded added => $"+ {added.Claim.Id} {added.Order}",
                _ => change.ToString(),
            });
        }

        return told;
    }
}
