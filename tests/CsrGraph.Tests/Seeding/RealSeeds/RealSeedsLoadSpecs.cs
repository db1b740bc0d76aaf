using CsrGraph.InMemory;
using CsrGraph.Seeding.Changes;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.Tests.Seeding.RealSeeds;

public class RealSeedsLoadSpecs
{
    [Fact]
    public async Task The_seeds_loaded_rolled_back_and_loaded_again_stand_as_they_did()
    {
        await using var seeds = await LoadedSeeds.LoadAsync();
        var graph = LoadedSeeds.Read();
        Assert.Null(await LoadedSeeds.LoadAsync(seeds.Store, graph));
        var first = await LoadedSeeds.StandingAsync(seeds.Store, 1);

        var plan = await new RollbackPlanner(seeds.Store, LoadedSeeds.Terms).PlanAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal(2, (await LoadedSeeds.ApplyAsync(seeds.Store, plan!))!.Number);
        Assert.Empty(await LoadedSeeds.StandingAsync(seeds.Store, 2));

        await LoadedSeeds.LoadAsync(seeds.Store, graph);
        Assert.Equal(Lines(first), Lines(await LoadedSeeds.StandingAsync(seeds.Store, 3)));
        Assert.Equal(Lines(first), Lines(await LoadedSeeds.StandingAsync(seeds.Store, 1)));
        Assert.Equal(graph.Documents.Sum(d => d.Claims.Count), first.OfType<Change.ClaimAdded>().Count());
    }

    [Fact]
    public async Task The_seeds_stand_alike_in_both_stores()
    {
        await using var seeds = await LoadedSeeds.LoadAsync();
        await using var memory = new InMemoryStore();
        await LoadedSeeds.LoadAsync(memory, LoadedSeeds.Read());
        Assert.Equal(Lines(await LoadedSeeds.StandingAsync(memory, 1)), Lines(await LoadedSeeds.StandingAsync(seeds.Store, 1)));
    }

    // Each change with all that it holds, entity names included.
    private static List<string> Lines(IEnumerable<Change> changes) => [.. changes.Select(c => c switch
    {
        Change.EntityAdded e => $"{e.Entity.Id} {e.Entity.Category} {e.Entity.Date} {System.Text.Encoding.UTF8.GetString(RecordCode.EncodeEntity(e.Entity))}",
        Change.ClaimAdded a => $"{a.Claim.Id} {a.Order} {System.Text.Encoding.UTF8.GetString(RecordCode.EncodeClaim(a.Claim))}",
        Change.EvidenceAdded e => $"{e.Claim} {e.Evidence}",
        _ => c.ToString(),
    })];
}
