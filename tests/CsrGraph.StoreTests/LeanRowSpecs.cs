using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests;

/// <summary>Rows that bring less: what was asked for is there all the same.</summary>
public sealed class LeanRowSpecs
{
    [Theory, EveryStore]
    public async Task A_heading_has_the_id_kind_category_date_and_name(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var request = new FindRequest { Kinds = ["ORGANISATION", "EVENT"], Page = PageRequest.All };
        var whole = await graph.FindAsync(request);
        var lean = await graph.FindAsync(request with { Parts = EntityParts.Heading });
        Assert.NotEmpty(whole.Rows);
        Assert.Equal(whole.Rows.Select(r => Heading(r.Entity)), lean.Rows.Select(r => Heading(r.Entity)));
    }

    [Theory, EveryStore]
    public async Task Relations_without_their_claims_have_their_order_and_their_far_entities(string store)
    {
        await using var graph = await GraphUnderTest.SampleAsync(store);
        var request = RelationSpecs.Ask("event:forum", new("ATTENDED", RelationEnd.Object));
        var whole = await graph.RelationsAsync(request);
        var lean = await graph.RelationsAsync(request with { FarParts = EntityParts.Heading, WantsClaims = false });
        Assert.NotEmpty(whole.Rows);
        Assert.Equal(whole.Rows.Select(r => (r.Order, r.Position.Id, Heading(r.Far))), lean.Rows.Select(r => (r.Order, r.Position.Id, Heading(r.Far))));
    }

    [Theory, EveryStore]
    public async Task A_heading_that_was_asked_for_before_a_load_is_another_after_it_and_the_same_at_the_earlier_head(string store)
    {
        await using var graph = await GraphUnderTest.EmptyAsync(store);
        var (old, renamed) = (Make.Person("person:guest", "Before"), Make.Person("person:guest", "After"));
        var claim = Make.Relation("person:guest", "ATTENDED", "event:fair");
        await graph.ApplyAsync(
            new Change.EntityAdded(Make.Document("doc", "Doc", null)),
            new Change.EntityAdded(Make.Event("event:fair", "Fair")),
            new Change.EntityAdded(old),
            new Change.ClaimAdded(claim, Make.Order(1)),
            new Change.EvidenceAdded(claim.Id, Make.Words("doc", 1)));
        Assert.Equal("Before", await GuestAsync());
        Assert.Equal("Before", await GuestAsync());

        await graph.ApplyAsync(new Change.EntityRetracted(old), new Change.EntityAdded(renamed));
        Assert.Equal("After", await GuestAsync());
        Assert.Equal("Before", await GuestAsync(1));
        Assert.Equal("After", await GuestAsync());

        async Task<string> GuestAsync(long? head = null) => Assert.Single((await graph.RelationsAsync(
            RelationSpecs.Ask("event:fair", new("ATTENDED", RelationEnd.Object)) with { FarParts = EntityParts.Heading, WantsClaims = false, WantsPlaces = false },
            head is { } at ? new AsOf(at) : null)).Rows).Far.Name;
    }

    private static (EntityId Id, string Kind, string? Category, string Name, PartialDate? Date) Heading(Entity entity) =>
        (entity.Id, entity.Kind, entity.Category, entity.Name, entity.Date);
}
