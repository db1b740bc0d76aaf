using System.Collections.Concurrent;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>Passes every call on to another store, which it owns, and counts the calls by method.</summary>
public sealed class CountingStore(IGraphStore inner) : PassingStore(inner)
{
    private readonly ConcurrentDictionary<string, int> calls = new(StringComparer.Ordinal);

    /// <summary>How often each method was called since the last <see cref="Reset"/>, by its name; methods that were not are left out.</summary>
    public IReadOnlyDictionary<string, int> Calls => calls;

    /// <summary>
    /// How many calls read the graph since the last <see cref="Reset"/>. <see cref="IGraphStore.ChangeSetsAsync"/>, by which a request pins its head,
    /// is not among them.
    /// </summary>
    public int Reads => calls.Where(c => c.Key is not (nameof(ChangeSetsAsync) or nameof(ApplyAsync))).Sum(c => c.Value);

    /// <summary>Begins to count anew.</summary>
    public void Reset() => calls.Clear();

    /// <inheritdoc/>
    protected override void OnCall(string method, object requests) => calls.AddOrUpdate(method, 1, (_, count) => count + 1);
}
