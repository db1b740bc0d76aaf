using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>
/// All types of one schema, by name, one instance each. A type is first made empty and filled when all that refer to it can find it, so that types
/// may refer to one another in circles.
/// </summary>
internal sealed class TypeRegistry
{
    private readonly Dictionary<string, IGraphType> types = new(StringComparer.Ordinal);
    private readonly Queue<Action> unfilled = new();

    /// <summary>Every type.</summary>
    public IEnumerable<IGraphType> Types => types.Values;

    /// <summary>Adds a type.</summary>
    /// <exception cref="InvalidOperationException">The name is taken: two things of the vocabulary lead to it.</exception>
    public T Add<T>(T type, Action<T>? fill = null)
        where T : IGraphType
    {
        if (!types.TryAdd(type.Name, type)) throw new InvalidOperationException($"two types would be called {type.Name}: rename a kind, field or list");
        if (fill is not null) unfilled.Enqueue(() => fill(type));
        return type;
    }

    /// <summary>The type of this name, made where it is not there yet.</summary>
    public T GetOrAdd<T>(string name, Func<T> make, Action<T> fill)
        where T : IGraphType => types.TryGetValue(name, out var known) ? (T)known : Add(make(), fill);

    /// <summary>Adds an object type.</summary>
    public ObjectGraphType Object(string name, string description, Action<ObjectGraphType> fill) =>
        Add(new ObjectGraphType { Name = name, Description = description }, fill);

    /// <summary>Fills every type, also those that come up meanwhile.</summary>
    public void Fill()
    {
        while (unfilled.TryDequeue(out var fill)) fill();
    }
}
