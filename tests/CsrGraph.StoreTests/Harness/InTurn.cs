using CsrGraph.InMemory;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Harness;

/// <summary>A store that others wait for until it is disposed of.</summary>
internal sealed class InTurn(IGraphStore store, SemaphoreSlim turn) : PassingStore(store)
{
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        turn.Release();
    }
}
