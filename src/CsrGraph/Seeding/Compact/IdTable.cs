using System.Diagnostics.CodeAnalysis;
using System.Text;
using CsrGraph.Model;

namespace CsrGraph.Seeding.Compact;

/// <summary>
/// Gives ids small numbers, from 0 on in the order in which they come, and ids back for them: an id takes a fifth of what it takes as a string in a
/// dictionary.
/// </summary>
internal sealed class IdTable
{
    // Ids are of ASCII.
    private readonly KeyTable keys = new();

    /// <summary>How many ids there are.</summary>
    public int Count => keys.Count;

    /// <summary>The id of a number.</summary>
    [SuppressMessage("Design", "CA1043", Justification = "The number is an index.")]
    public EntityId this[int number] => EntityId.Known(Encoding.ASCII.GetString(keys[number]));

    /// <summary>The number of an id, made where it is new.</summary>
    public int Number(EntityId id)
    {
        Span<byte> key = stackalloc byte[EntityId.MaxLength];
        return keys.Number(key[..Encoding.ASCII.GetBytes(id.Value, key)]);
    }

    /// <summary>The number of an id, or null where there is none.</summary>
    public int? Find(EntityId id)
    {
        Span<byte> key = stackalloc byte[EntityId.MaxLength];
        return keys.Find(key[..Encoding.ASCII.GetBytes(id.Value, key)]);
    }

    /// <summary>Compares the ids of two numbers, as <see cref="EntityId.CompareTo"/> does.</summary>
    public int Compare(int number, int other) => keys[number].SequenceCompareTo(keys[other]);

    /// <summary>Lets all of them go.</summary>
    public void Clear() => keys.Clear();
}
