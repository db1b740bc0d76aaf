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

    /// <summary>Takes in a claim, for each of its documents.</summary>
    public void Add(ExportRow.Said said)
    {
        foreach (var (document, pieces) in ByDocument(said.Evidence))
        {
            var number = numbers[document];
            counts[number]++;
            record.Clear();
            if (said.Claim.Kind == ClaimKind.Roster) rosters.Write(record, said.Claim, pieces);
            else WriteLine(document, said.Claim, pieces);
            sorted.Add(Key(number, said), record.Written);
        }
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

    // Most claims have one document, and evidence comes by document.
    private static IEnumerable<(EntityId Document, IReadOnlyList<Evidence> Pieces)> ByDocument(IReadOnlyList<Evidence> evidence) =>
        evidence.All(e => e.Document == evidence[0].Document)
            ? [(evidence[0].Document, evidence)]
            : evidence.GroupBy(e => e.Document).Select(g => (g.Key, (IReadOnlyList<Evidence>)[.. g]));

    // Rosters come first in their document, as those who read it expect.
    private static UInt128 Key(int document, ExportRow.Said said) =>
        new((ulong)document, ((ulong)(said.Claim.Kind == ClaimKind.Roster ? 0 : 1) << 32) | (uint)said.Order.Rank);

    private void WriteLine(EntityId document, Claim claim, IReadOnlyList<Evidence> pieces)
    {
        ClaimId? roster = null;
        foreach (var piece in pieces) roster ??= piece.Roster;
        DocumentGroup.WriteHead(record, roster, claim.Subject);
        record.Bytes(line.Of(document, claim, pieces));
    }
}
