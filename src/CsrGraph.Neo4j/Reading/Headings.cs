using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// The headings of entities at the head that the plain form tells of. Where most of them are known, rows need only name an entity; those that are not
/// known are read by one more statement. Where many are not, rows that bring them are cheaper, and are what is remembered.
/// </summary>
internal sealed class Headings(ConsistentReads reads)
{
    // By index a heading costs Neo4j about four times what it costs in a row that stands at it anyway.
    private const double Worthwhile = 0.2;
    private const double Weight = 0.2;

    private readonly HeadingMemory<string> memory = new();
    private double unknown = 1;

    /// <summary>True where rows had better name entities than bring their headings.</summary>
    public bool AreMostlyKnown(AsOf asOf) => KnownAt(asOf) is not null && Volatile.Read(ref unknown) < Worthwhile;

    /// <summary>Finds or reads headings.</summary>
    /// <returns>By id; null where one of them does not stand.</returns>
    public async Task<IReadOnlyDictionary<string, Entity>?> ReadAsync(IReadOnlyCollection<string> ids, AsOf asOf, CancellationToken cancellation)
    {
        var known = KnownAt(asOf);
        var headings = new Dictionary<string, Entity>(ids.Count);
        var missing = new HashSet<string>();
        foreach (var id in ids)
        {
            if (known?.Find(id) is { } heading) headings[id] = heading;
            else missing.Add(id);
        }

        Count(missing.Count, ids.Count);
        if (missing.Count == 0) return headings;
        foreach (var heading in await EntityReads.HeadingsAsync(reads, missing, asOf, cancellation))
        {
            headings[heading.Id.Value] = heading;
            known?.Add(heading.Id.Value, heading);
        }

        return missing.All(headings.ContainsKey) ? headings : null;
    }

    /// <summary>Remembers what rows have brought.</summary>
    public void Add(IEnumerable<Entity> brought, AsOf asOf)
    {
        if (KnownAt(asOf) is not { } known) return;
        var (all, missing) = (0, 0);
        foreach (var heading in brought)
        {
            all++;
            if (known.Find(heading.Id.Value) is not null) continue;
            missing++;
            known.Add(heading.Id.Value, heading);
        }

        Count(missing, all);
    }

    // A head that is settled has been reached; of any other nothing is remembered.
    private HeadingMemory<string>.Known? KnownAt(AsOf asOf) => asOf.Head == reads.Settled ? memory.At(asOf.Head) : null;

    // An estimate: readers that count at once may lose a reading.
    private void Count(int missing, int all)
    {
        if (all > 0) Volatile.Write(ref unknown, ((1 - Weight) * Volatile.Read(ref unknown)) + (Weight * missing / all));
    }
}
