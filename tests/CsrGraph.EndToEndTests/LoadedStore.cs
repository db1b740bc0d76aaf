using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>The real seeds in a store, asked by <c>query</c> and by a running server; made once for the tests of a class.</summary>
public sealed class LoadedStore : IAsyncLifetime
{
    private Serving? serving;

    internal Csrgraph Csrgraph { get; } = new();

    internal Serving Serving => serving!;

    public async ValueTask InitializeAsync() => serving = await Serving.StartAsync(Csrgraph, "--seed", Csrgraph.Seeds);

    public async ValueTask DisposeAsync()
    {
        if (serving is not null) await serving.DisposeAsync();
        Csrgraph.Dispose();
    }
}
