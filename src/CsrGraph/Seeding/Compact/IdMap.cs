using System.Diagnostics.CodeAnalysis;
using CsrGraph.Model;

namespace CsrGraph.Seeding.Compact;

/// <summary>A value for some of the ids of a table, each as large as the value alone; several maps may share a table.</summary>
/// <param name="ids">The table; an id that gets a value is added to it.</param>
internal sealed class IdMap<T>(IdTable ids)
    where T : struct
{
    private readonly PiecedList<T> values = new();

    /// <summary>The value of an id; the default where none was set.</summary>
    [SuppressMessage("Design", "CA1043", Justification = "It is a map by id.")]
    public T this[EntityId id]
    {
        get => ids.Find(id) is { } number ? this[number] : default;
        set => this[ids.Number(id)] = value;
    }

    /// <summary>The value of an id by its number; the default where none was set.</summary>
    [SuppressMessage("Design", "CA1043", Justification = "It is a map by number.")]
    public T this[int number]
    {
        get => number < values.Count ? values[number] : default;
        set
        {
            while (values.Count <= number) values.Add(default);
            values[number] = value;
        }
    }

    /// <summary>Lets all values go.</summary>
    public void Clear() => values.Clear();
}
