using System.Reflection;
using CsrGraph.InMemory;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace CsrGraph.StoreTests.Harness;

/// <summary>A store that the suite is run on.</summary>
/// <param name="Name">What its tests are called after.</param>
/// <param name="OpenAsync">Opens an empty one, in an empty folder that is its own and goes after it.</param>
/// <param name="Missing">Why it cannot be tested here; null where it can.</param>
internal sealed record TestedStore(string Name, Func<string, CancellationToken, Task<IGraphStore>> OpenAsync, string? Missing = null);

/// <summary>All stores that the suite is run on: the next one is a line here.</summary>
internal static class TestedStores
{
    public const string InMemory = "in memory";

    public const string Neo4j = "neo4j";

    public static IReadOnlyList<TestedStore> All { get; } =
    [
        new(InMemory, (_, _) => Task.FromResult<IGraphStore>(new InMemoryStore())),
        new("sqlite", async (folder, cancellation) => await SqliteGraphStore.OpenAsync(Path.Combine(folder, "graph.db"), cancellation)),
        new(Neo4j, (_, cancellation) => Neo4jDatabase.OpenEmptyAsync(cancellation), Neo4jDatabase.Missing),
    ];

    public static TestedStore Named(string name) => All.Single(s => s.Name == name);
}

/// <summary>Runs a theory once for each store, with the store's name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryStoreAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. TestedStores.All.Select(s => new TheoryDataRow<string>(s.Name) { Skip = s.Missing })]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
