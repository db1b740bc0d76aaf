using CsrGraph.Model;
using CsrGraph.Seeding.Bulk.Records;
using CsrGraph.Seeding.Compact;

namespace CsrGraph.Export.Lines;

/// <summary>Rosters as bytes, until it is known how many they name.</summary>
internal sealed class RosterRecords
{
    private readonly ClaimRecords records = new(new IdTable());

    /// <summary>The first byte of such a record.</summary>
    public const int Mark = 2;

    public void Write(ByteWriter bytes, Claim claim, IReadOnlyList<Evidence> evidence)
    {
        records.Write(bytes.Byte(Mark).Hash(claim.Id.Hash), claim);
        records.Write(bytes, [.. evidence]);
    }

    public (Claim Claim, IReadOnlyList<Evidence> Evidence) Read(ref ByteReader bytes)
    {
        var claim = records.Claim(ref bytes, new ClaimId(bytes.Hash()));
        var evidence = new List<Evidence>();
        records.Evidence(ref bytes, evidence);
        return (claim, evidence);
    }
}
