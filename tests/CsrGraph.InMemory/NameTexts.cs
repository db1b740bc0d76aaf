using System.Collections.Concurrent;
using CsrGraph.Text;

namespace CsrGraph.InMemory;

/// <summary>What is made of a name to find and to order it, remembered, since every question goes through all names.</summary>
internal static class NameTexts
{
    private static readonly ConcurrentDictionary<string, byte[]> SortKeys = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, SearchKeys> Keys = new(StringComparer.Ordinal);

    public static byte[] SortKey(string name) => SortKeys.GetOrAdd(name, NameSortKey.Of);

    public static SearchKeys Search(string name) => Keys.GetOrAdd(name, SearchKeys.Of);
}
