using CsrGraph.Export;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Exports;

public sealed class RefusedExportSpecs
{
    [Theory]
    [InlineData("org:nobody", "there is no org:nobody after change-set 1")]
    [InlineData("cinn-2018", "'cinn-2018' is no entity's id")]
    public async Task What_is_no_entity_has_nothing_around_it(string id, string message)
    {
        await using var graph = await ExportedGraph.OfSeedsAsync(TestedStores.InMemory);

        var refused = await Assert.ThrowsAsync<ExportRefusedException>(() => graph.OpenAsync(new ExportRequest { Around = [new EntityId("org:tencent"), new EntityId(id)] }));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task There_is_no_state_that_was_not_reached(long number)
    {
        await using var graph = await ExportedGraph.OfSeedsAsync(TestedStores.InMemory);

        var refused = await Assert.ThrowsAsync<ExportRefusedException>(() => graph.OpenAsync(new ExportRequest { KnownAt = KnownAt.Of(number) }));

        Assert.Contains($"there is no change-set {number}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2018-8-27", null)]
    [InlineData(null, "yesterday")]
    public void What_is_no_day_or_moment_is_said_to_be_none(string? validAt, string? knownAt)
    {
        var refused = Assert.Throws<FormatException>(() => ExportRequest.Read([], validAt, knownAt));

        Assert.Contains(validAt ?? knownAt!, refused.Message, StringComparison.Ordinal);
    }
}
