using System.Diagnostics.CodeAnalysis;

namespace CsrGraph.Seeding.Compact;

/// <summary>Gives values small numbers, so that each is held once however often records name it.</summary>
internal sealed class Interned<T>
    where T : notnull
{
    private readonly Dictionary<T, int> numbers = [];
    private readonly List<T> values = [];

    /// <summary>The value of a number.</summary>
    [SuppressMessage("Design", "CA1043", Justification = "The number is an index.")]
    public T this[int number] => values[number];

    /// <summary>Lets all of them go.</summary>
    public void Clear()
    {
        numbers.Clear();
        values.Clear();
    }

    /// <summary>The number of a value, from 0 on, made where it is new.</summary>
    public int Number(T value)
    {
        if (numbers.TryGetValue(value, out var number)) return number;
        numbers.Add(value, number = values.Count);
        values.Add(value);
        return number;
    }
}
