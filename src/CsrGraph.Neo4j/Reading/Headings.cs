using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>The headings of entities that rows only name: those that are known already, and the others by one more statement.</summary>
internal static class Headings
{
    /// <summary>Finds or reads them.</summary>
    /// <returns>By id; null where one of them does not stand.</returns>
    public static async Task<IReadOnlyDictionary<string, Entity>?> ReadAsync(
        ConsistentReads reads, HeadingMemory<string> memory, IEnumerable<string> ids, AsOf asOf, CancellationToken cancellation)
    {
        var known = asOf.Head == reads.Settled ? memory.At(asOf.Head) : null;
        var headings = new Dictionary<string, Entity>();
        var missing = new HashSet<string>();
        foreach (var id in ids)
        {
            if (known?.Find(id) is { } heading) headings.TryAdd(id, heading);
            else missing.Add(id);
        }

        if (missing.Count == 0) return headings;
        foreach (var heading in await EntityReads.HeadingsAsync(reads, [.. missing], asOf, cancellation))
        {
            if (heading is null) return null;
            headings[heading.Id.Value] = heading;
            known?.Add(heading.Id.Value, heading);
        }

        return headings;
    }
}
