using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>An input type whose fields are conditions; it reads its own values.</summary>
internal sealed class FilterType<T>(FilterLogic<T> logic) : InputObjectGraphType
{
    private readonly Dictionary<string, Func<object, T>> readers = new(StringComparer.Ordinal);

    /// <summary>Adds a condition.</summary>
    public void Condition(string name, IGraphType type, string description, Func<object, T> read)
    {
        readers.Add(name, read);
        AddField(new FieldType { Name = name, Description = description, ResolvedType = type });
    }

    /// <summary>Adds <c>and</c>, <c>or</c> and <c>not</c>.</summary>
    public void Joining()
    {
        Condition("and", this.Many(), "All of these hold; true where there is none.", value => logic.All(Each(value)));
        Condition("or", this.Many(), "At least one of these holds; false where there is none.", value => logic.Any(Each(value)));
        Condition("not", this, "This does not hold.", value => logic.Not(Read(value)));
    }

    /// <summary>Reads a value; an empty one holds always.</summary>
    public T Read(object value) => Read((IDictionary<string, object?>)value, "");

    /// <summary>Reads a value but for one of its fields.</summary>
    public T Read(IDictionary<string, object?> value, string without) => logic.Join(
        [.. value.Where(f => f.Key != without).Select(f => readers[f.Key](FilterLogic.Given(f.Key, f.Value)))]);

    /// <summary>Gives another input type the same fields.</summary>
    public void CopyTo(InputObjectGraphType other)
    {
        foreach (var field in Fields) other.AddField(new FieldType { Name = field.Name, Description = field.Description, ResolvedType = field.ResolvedType });
    }

    private T[] Each(object list) => [.. ((System.Collections.IEnumerable)list).Cast<object>().Select(Read)];
}

/// <summary>Conditions on the far entity, and under <c>edge</c> on the relation itself.</summary>
internal sealed class RelationFilterType(FilterType<Store.EntityFilter> far, FilterType<Store.ClaimFilter> edge) : InputObjectGraphType
{
    private const string Edge = "edge";

    /// <summary>Gives the type its fields, once the far entity's filter has its own.</summary>
    public void Fill(string description)
    {
        far.CopyTo(this);
        AddField(new FieldType { Name = Edge, Description = description, ResolvedType = edge });
    }

    /// <summary>Reads a value; null where there is no condition of that sort.</summary>
    public (Store.EntityFilter? Far, Store.ClaimFilter? Edge) Read(object? value)
    {
        if (value is not IDictionary<string, object?> fields) return (null, null);
        var onEdge = fields.TryGetValue(Edge, out var given) ? edge.Read(FilterLogic.Given(Edge, given)) : null;
        return (fields.Keys.Any(k => k != Edge) ? far.Read(fields, Edge) : null, onEdge);
    }
}
