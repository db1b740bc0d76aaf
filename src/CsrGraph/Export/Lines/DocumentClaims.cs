using System.Text;
using CsrGraph.Export.Reading;
using CsrGraph.Model;
using CsrGraph.Seeding.Bulk;
using CsrGraph.Seeding.Bulk.Records;
using CsrGraph.Seeding.Bulk.Sorting;

namespace CsrGraph.Export.Lines;

/// <summary>
/// Brings claims from the order of their ids into that of documents, as lines that are ready but for rosters: whether one has to say why it names more
/// than it states is known only when all that it counts are there.
/// </summary>
internal sealed class DocumentClaims(GraphExport export) : IDisposable
{
    private readonly Dictionary<EntityId, int> numbers = [];
    private readonly List<int> counts = [];
    private readonly SortedRecords sorted = new(export.Scratch, new BulkOptions(export.Scratch).SortBytes);
    private readonly RosterRecords rosters = new();
    private readonly ByteWriter record = new();
    private readonly LineOf line = new(export.Vocabulary);

    // A part of the graph may have a roster without all that it counts.
    private readonly bool isPart = export.Snapshot.ValidAt is not null || export.Snapshot.Around.Count > 0;

    /// <summary>Says that a document has claims, in the order of the file.</summary>
    public void Expect(EntityId document)
    {
        numbers.Add(document, counts.Count);
        counts.Add(0);
    }

    /// <summary>How many claims a document has at least, once all were added.</summary>
    public int Least(EntityId document) => isPart ? 0 : counts[numbers[document]];

    /// <summary>What a claim says, for those whose lines need no more than that and their evidence.</summary>
    public ReadOnlySpan<byte> Beginning(Claim claim) => line.Beginning(claim);

    /// <summary>Takes in a claim, for each of its documents.</summary>
    public void Add(ExportRow.Said said)
    {
        if (said.Claim.Kind == ClaimKind.Roster)
        {
            foreach (var pieces in ByDocument(said.Evidence))
            {
                record.Clear();
                rosters.Write(record, said.Claim, pieces);
                Add(pieces[0].Document, 0, said.Order.Rank);
            }

            return;
        }

        Add(new ExportRow.Written(Encoding.UTF8.GetBytes(said.Claim.Subject.Value), Beginning(said.Claim).ToArray(), said.Order.Rank, said.Evidence));
    }

    /// <summary>The same for one that <see cref="Beginning"/> wrote.</summary>
    public void Add(ExportRow.Written claim)
    {
        if (IsOfOneDocument(claim.Evidence))
        {
            AddLine(claim, claim.Evidence);
            return;
        }

        foreach (var pieces in ByDocument(claim.Evidence)) AddLine(claim, pieces);
    }

    /// <summary>Writes the lines, document by document, each in the order in which it is printed.</summary>
    public async Task WriteAsync(Outbox outbox, CancellationToken cancellation)
    {
        var ids = numbers.Keys.ToArray();
        using var group = new DocumentGroup(rosters, line, isPart);
        var last = -1;
        foreach (var (key, bytes) in sorted.Read())
        {
            var number = (int)(key >> 64);
            if (number != last)
            {
                if (last >= 0) group.WriteTo(outbox, ids[last]);
                last = number;
                await outbox.SendAsync(cancellation);
            }

            group.Add(bytes.Span);
        }

        if (last >= 0) group.WriteTo(outbox, ids[last]);
    }

    public void Dispose()
    {
        sorted.Dispose();
        line.Dispose();
    }

    // Most claims are.
    private static bool IsOfOneDocument(IReadOnlyList<Evidence> evidence)
    {
        for (var i = 1; i < evidence.Count; i++)
        {
            if (evidence[i].Document != evidence[0].Document) return false;
        }

        return true;
    }

    private static IEnumerable<IReadOnlyList<Evidence>> ByDocument(IReadOnlyList<Evidence> evidence) =>
        evidence.GroupBy(e => e.Document).Select(g => (IReadOnlyList<Evidence>)[.. g]);

    private void AddLine(ExportRow.Written claim, IReadOnlyList<Evidence> pieces)
    {
        ClaimId? roster = null;
        foreach (var piece in pieces) roster ??= piece.Roster;
        record.Clear();
        DocumentGroup.WriteHead(record, roster, claim.Subject.Span);
        record.Bytes(line.Of(pieces[0].Document, claim.Claim.Span, pieces));
        Add(pieces[0].Document, 1, claim.Rank);
    }

    // Rosters come first in their document, as those who read it expect.
    private void Add(EntityId document, uint place, int rank)
    {
        var number = numbers[document];
        counts[number]++;
        sorted.Add(new UInt128((ulong)number, ((ulong)place << 32) | (uint)rank), record.Written);
    }
}
