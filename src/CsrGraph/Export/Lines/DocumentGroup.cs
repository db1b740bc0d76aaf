using System.Text;
using CsrGraph.Model;
using CsrGraph.Seeding.Bulk.Records;

namespace CsrGraph.Export.Lines;

/// <summary>The lines of one document, held until its rosters know whom they name.</summary>
/// <param name="rosters">Reads the records of rosters.</param>
/// <param name="line">Makes their lines.</param>
/// <param name="isPart">True where a roster may be there without all that it counts; such a one is left out, and nobody names it.</param>
internal sealed class DocumentGroup(RosterRecords rosters, LineOf line, bool isPart) : IDisposable
{
    private const int Free = 0;
    private const int Counted = 1;

    private readonly MemoryStream lines = new();
    private readonly List<(int End, ClaimId? Roster)> ends = [];
    private readonly List<(Claim Claim, IReadOnlyList<Evidence> Evidence)> standing = [];
    private readonly Dictionary<ClaimId, HashSet<string>> members = [];

    /// <summary>Begins the record of a line: whether a roster counts it, and whom.</summary>
    public static void WriteHead(ByteWriter record, ClaimId? roster, ReadOnlySpan<byte> member)
    {
        if (roster is { } counts) record.Byte(Counted).Hash(counts.Hash).Bytes(member);
        else record.Byte(Free);
    }

    public void Add(ReadOnlySpan<byte> record)
    {
        var reader = new ByteReader(record);
        var mark = reader.Byte();
        if (mark == RosterRecords.Mark)
        {
            standing.Add(rosters.Read(ref reader));
            return;
        }

        ClaimId? roster = null;
        if (mark == Counted)
        {
            roster = new ClaimId(reader.Hash());
            if (!members.TryGetValue(roster.Value, out var named)) members.Add(roster.Value, named = new HashSet<string>(StringComparer.Ordinal));
            named.Add(reader.Words());
        }

        lines.Write(reader.Bytes());
        ends.Add(((int)lines.Length, roster));
    }

    /// <summary>Writes the lines and forgets them.</summary>
    public void WriteTo(Outbox outbox, EntityId document)
    {
        var kept = new HashSet<ClaimId>();
        foreach (var (claim, evidence) in standing)
        {
            var roster = Roster.Of(claim);
            var named = members.GetValueOrDefault(claim.Id)?.Count ?? 0;
            if (isPart && LacksMembers(roster, named)) continue;
            kept.Add(claim.Id);
            var (exceeds, pieces) = named > roster.Stated?.Most ? ExceedingNote.Of(evidence) : (null, evidence);
            outbox.Write(line.Of(document, claim, pieces, exceeds));
        }

        var all = lines.GetBuffer().AsSpan(0, (int)lines.Length);
        if (isPart) WriteWithout(outbox, all, kept);
        else outbox.Write(all);
        lines.SetLength(0);
        ends.Clear();
        standing.Clear();
        members.Clear();
    }

    public void Dispose() => lines.Dispose();

    private static bool LacksMembers(Roster roster, int named) => roster.Closure switch
    {
        "UNKNOWN" => false,
        "CLOSED" => named == 0 || named < roster.Stated?.Min,
        _ => named == 0,
    };

    private void WriteWithout(Outbox outbox, ReadOnlySpan<byte> all, HashSet<ClaimId> kept)
    {
        var start = 0;
        foreach (var (end, roster) in ends)
        {
            var one = all[start..end];
            start = end;
            if (roster is { } id && !kept.Contains(id))
            {
                var named = Encoding.UTF8.GetBytes($"\"roster\":\"{id}\",");
                var at = one.IndexOf(named);
                outbox.Write(one[..at]);
                outbox.Write(one[(at + named.Length)..]);
            }
            else
            {
                outbox.Write(one);
            }
        }
    }
}
