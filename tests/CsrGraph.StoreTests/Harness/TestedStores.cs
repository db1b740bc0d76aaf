using System.Reflection;
using CsrGraph.InMemory;
using CsrGraph.Store;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace CsrGraph.StoreTests.Harness;

/// <summary>A store that the suite is run on.</summary>
/// <param name="Name">What its tests are called after.</param>
/// <param name="OpenAsync">Opens an empty one; whoever disposes of it removes it.</param>
internal sealed record TestedStore(string Name, Func<CancellationToken, Task<IGraphStore>> OpenAsync);

/// <summary>All stores that the suite is run on: the next one is a line here.</summary>
internal static class TestedStores
{
    public static IReadOnlyList<TestedStore> All { get; } =
    [
        new("in memory", _ => Task.FromResult<IGraphStore>(new InMemoryStore())),
    ];

    public static Task<IGraphStore> OpenAsync(string name, CancellationToken cancellation) => All.Single(s => s.Name == name).OpenAsync(cancellation);
}

/// <summary>Runs a theory once for each store, with the store's name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryStoreAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. TestedStores.All.Select(s => new TheoryDataRow<string>(s.Name))]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
