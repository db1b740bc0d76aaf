namespace CsrGraph.GraphQL.Execution;

/// <summary>Objects of one type that one selection is asked of: what comes of one field of their parents.</summary>
/// <param name="plan">What is asked of them.</param>
/// <param name="from">The field that they come of; null for the root.</param>
internal sealed class ObjectGroup(SelectionPlan plan, FieldColumn? from)
{
    private object?[] sources = [];

    public SelectionPlan Plan { get; } = plan;

    public FieldColumn? From { get; } = from;

    /// <summary>How many objects there are.</summary>
    public int Count { get; private set; }

    /// <summary>The values of the fields that are not read in place.</summary>
    public FieldColumn[] Columns { get; } = plan.Columns.Length == 0 ? [] : new FieldColumn[plan.Columns.Length];

    /// <summary>How many of the objects were written; they are written in their order.</summary>
    public int Written { get; set; }

    /// <summary>An object; null for a root without one.</summary>
    public object? this[int row] => sources[row];

    public void Add(object? source)
    {
        if (Count == sources.Length) Array.Resize(ref sources, Math.Max(4, Count * 2));
        sources[Count++] = source;
    }

    /// <summary>Makes room for so many more.</summary>
    public void Reserve(int more)
    {
        if (Count + more > sources.Length) Array.Resize(ref sources, Math.Max(Count + more, Count == 0 ? 0 : sources.Length * 2));
    }
}
