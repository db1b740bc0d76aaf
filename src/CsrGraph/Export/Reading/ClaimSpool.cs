using CsrGraph.Model;
using CsrGraph.Seeding.Bulk.Records;
using CsrGraph.Seeding.Bulk.Sorting;
using CsrGraph.Store;

namespace CsrGraph.Export.Reading;

/// <summary>Keeps claims in a scratch file until their evidence comes, both by id.</summary>
internal sealed class ClaimSpool(string scratch) : IDisposable
{
    private const int None = 0;

    private readonly RecordSpool spool = new(scratch);
    private readonly ClaimRecords records = new();
    private readonly ByteWriter bytes = new();
    private IEnumerator<SortedRecord>? reading;
    private bool isAtEnd;

    public void Add(Claim claim, ClaimOrder order)
    {
        records.Write(bytes.Clear().Number(order.FromDay + 1 ?? None).Number(order.UntilDay + 1 ?? None).Number(order.Rank), claim);
        spool.Add(claim.Id.Hash, bytes.Written);
    }

    /// <summary>The claim of this id, where it was added; ids are asked for in their order.</summary>
    public (Claim Claim, ClaimOrder Order)? Find(ClaimId id)
    {
        reading ??= Begin();
        while (!isAtEnd && reading.Current.Key < id.Hash) isAtEnd = !reading.MoveNext();
        return isAtEnd || reading.Current.Key != id.Hash ? null : Read(id, reading.Current.Bytes.Span);
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

    private (Claim Claim, ClaimOrder Order) Read(ClaimId id, ReadOnlySpan<byte> record)
    {
        var reader = new ByteReader(record);
        var order = new ClaimOrder(Day(reader.Number()), Day(reader.Number()), reader.Number());
        return (records.Claim(ref reader, id), order);
    }

    private static int? Day(int number) => number == None ? null : number - 1;
}
