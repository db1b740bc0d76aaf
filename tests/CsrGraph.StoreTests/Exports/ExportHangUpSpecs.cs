using CsrGraph.Export;
using CsrGraph.StoreTests.Harness;
using Xunit;

namespace CsrGraph.StoreTests.Exports;

public sealed class ExportHangUpSpecs
{
    public static TheoryData<string, string> Everything => new(TestedStores.All.Where(s => s.Missing is null).SelectMany(s => ExportFormat.All.Select(f => (s.Name, f.Name))));

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Whoever_stops_receiving_ends_the_work_and_nothing_is_left_of_it(string store, string format)
    {
        await using var graph = await ExportedGraph.OfSectorAsync(store);
        Assert.True(ExportFormat.TryFind(format, out var found));
        var export = await graph.OpenAsync(new ExportRequest());
        using var hangUp = new CancellationTokenSource();
        await using var line = new BrokenLine(hangUp);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => export.WriteAsync(found, line, hangUp.Token));

        Assert.Equal(1, line.Parts);
        Assert.DoesNotContain(Directory.GetFiles(graph.Folder), f => Path.GetExtension(f) == ".tmp");
    }

    /// <summary>Somebody who takes one part and goes.</summary>
    private sealed class BrokenLine(CancellationTokenSource hangUp) : MemoryStream
    {
        public int Parts { get; private set; }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Parts++;
            await hangUp.CancelAsync();
        }
    }
}
