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

    private static (EntityId Id, string Kind, string? Category, string Name, PartialDate? Date) Heading(Entity entity) =>
        (entity.Id, entity.Kind, entity.Category, entity.Name, entity.Date);
}
