using CsrGraph.Model;
using CsrGraph.Seeding.Bulk.Records;
using CsrGraph.Seeding.Bulk.Sorting;
using CsrGraph.Seeding.Compact;
using CsrGraph.Store;

namespace CsrGraph.Export.Reading;

/// <summary>Keeps claims in a scratch file until their evidence comes, both by id.</summary>
/// <param name="scratch">The folder of the file.</param>
/// <param name="writing">Writes those that need not be kept as claims.</param>
internal sealed class ClaimSpool(string scratch, ClaimWriting? writing) : IDisposable
{
    private const int None = 0;
    private const int Kept = 0;
    private const int Written = 1;

    private readonly RecordSpool spool = new(scratch);
    private readonly ClaimRecords records = new(new IdTable());
    private readonly ByteWriter bytes = new();
    private IEnumerator<SortedRecord>? reading;
    private bool isAtEnd;

    public void Add(Claim claim, ClaimOrder order)
    {
        bytes.Clear().Number(order.Rank);
        var written = writing is null ? [] : writing(claim);
        if (!written.IsEmpty) bytes.Byte(Written).Words(claim.Subject.Value).Bytes(written);
        else records.Write(bytes.Byte(Kept).Number(order.FromDay + 1 ?? None).Number(order.UntilDay + 1 ?? None), claim);
        spool.Add(claim.Id.Hash, bytes.Written);
    }

    /// <summary>The claim of this id with its evidence, where it was added; ids are asked for in their order.</summary>
    public ExportRow? Find(ClaimId id, List<Evidence> evidence)
    {
        reading ??= Begin();
        while (!isAtEnd && reading.Current.Key < id.Hash) isAtEnd = !reading.MoveNext();
        return isAtEnd || reading.Current.Key != id.Hash ? null : Read(id, reading.Current.Bytes, [.. evidence]);
    }

    public void Dispose()
    {
        reading?.Dispose();
        spool.Dispose();
    }

    private IEnumerator<SortedRecord> Begin()
    {
        var begun = spool.Read().GetEnumerator();
        isAtEnd = !begun.MoveNext();
        return begun;
    }

    private ExportRow Read(ClaimId id, ReadOnlyMemory<byte> record, Evidence[] evidence)
    {
        var reader = new ByteReader(record.Span);
        var rank = reader.Number();
        if (reader.Byte() == Written)
        {
            var subject = Part(record, reader.Bytes().Length, reader.Left);
            return new ExportRow.Written(subject, Part(record, reader.Bytes().Length, reader.Left), rank, evidence);
        }

        var order = new ClaimOrder(Day(reader.Number()), Day(reader.Number()), rank);
        return new ExportRow.Said(records.Claim(ref reader, id), order, evidence);
    }

    // The last that was read.
    private static ReadOnlyMemory<byte> Part(ReadOnlyMemory<byte> record, int length, int left) => record.Slice(record.Length - left - length, length);

    private static int? Day(int number) => number == None ? null : number - 1;
}
