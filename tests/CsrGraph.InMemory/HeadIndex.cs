using System.Collections.Concurrent;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>A list as a key: equal where its items are.</summary>
internal readonly record struct ListKey<T>(IReadOnlyList<T> Items)
{
    public bool Equals(ListKey<T> other) => ReferenceEquals(Items, other.Items) || Items.SequenceEqual(other.Items);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }
}

/// <summary>
/// What stands at a state's own head in the orders that it was asked for in, all rows of each, with nothing kept out. Whoever asks first has it made;
/// safe for many at once.
/// </summary>
internal sealed class HeadIndex
{
    private readonly ConcurrentDictionary<(ListKey<string> Kinds, ListKey<SortTerm> Sort), Page<EntityRow>> entities = [];
    private readonly ConcurrentDictionary<(RelationKey Relation, ListKey<SortTerm> Sort), ConcurrentDictionary<string, RelationPage>> relations = [];

    /// <summary>All entities of some kinds.</summary>
    public Page<EntityRow> Entities(IReadOnlyList<string> kinds, IReadOnlyList<SortTerm> sort, Func<Page<EntityRow>> make) =>
        entities.TryGetValue((new(kinds), new(sort)), out var known) ? known : entities.GetOrAdd((new(kinds), new(sort)), make());

    /// <summary>All relations of one kind, by their anchors.</summary>
    public ConcurrentDictionary<string, RelationPage> Relations(RelationKey relation, IReadOnlyList<SortTerm> sort) =>
        relations.GetOrAdd((relation, new(sort)), static _ => new ConcurrentDictionary<string, RelationPage>(StringComparer.Ordinal));
}
