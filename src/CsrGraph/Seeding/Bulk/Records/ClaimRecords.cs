using CsrGraph.Model;
using CsrGraph.Seeding.Compact;

namespace CsrGraph.Seeding.Bulk.Records;

/// <summary>Claims and evidence as bytes for the time of a load. Whoever reads has to be the one that wrote: ids are numbers here.</summary>
/// <param name="ids">The numbers of ids.</param>
internal sealed class ClaimRecords(IdTable ids)
{
    private readonly Interned<string> terms = new();

    /// <summary>Writes what a claim says; its id stands elsewhere.</summary>
    public void Write(ByteWriter bytes, Claim claim)
    {
        bytes.Byte((int)claim.Kind).Number(terms.Number(claim.Type)).Number(ids.Number(claim.Subject));
        bytes.Number(claim.Object is { } other ? ids.Number(other) + 1 : 0).Number(claim.Qualifiers.Count);
        foreach (var (name, value) in claim.Qualifiers.Pairs) bytes.Number(terms.Number(name)).Words(value);
        if (claim.When is { } when) Write(bytes, when);
        else bytes.Byte(0);
    }

    /// <summary>Reads what a claim says.</summary>
    public Claim Claim(ref ByteReader bytes, ClaimId id)
    {
        var (kind, type, subject, other) = ((ClaimKind)bytes.Byte(), terms[bytes.Number()], ids[bytes.Number()], bytes.Number());
        var qualifiers = new KeyValuePair<string, string>[bytes.Number()];
        for (var i = 0; i < qualifiers.Length; i++) qualifiers[i] = KeyValuePair.Create(terms[bytes.Number()], bytes.Words());
        return Model.Claim.Known(id, kind, type, subject, other == 0 ? null : ids[other - 1], Qualifiers.InOrder(qualifiers), Date(ref bytes));
    }

    /// <summary>Writes pieces of evidence.</summary>
    public void Write(ByteWriter bytes, IReadOnlyCollection<Evidence> evidence)
    {
        bytes.Number(evidence.Count);
        foreach (var piece in evidence)
        {
            var has = (piece.Quote is null ? 0 : 1) | (piece.Note is null ? 0 : 2) | (piece.Roster is null ? 0 : 4);
            bytes.Number(ids.Number(piece.Document)).Byte((int)piece.Grade).Byte(has);
            if (piece.Quote is not null) bytes.Words(piece.Quote).Number(piece.Span!.Value.Start).Number(piece.Span.Value.End);
            if (piece.Note is not null) bytes.Words(piece.Note);
            if (piece.Roster is { } roster) bytes.Hash(roster.Hash);
        }
    }

    /// <summary>Reads pieces of evidence and adds them.</summary>
    public void Evidence(ref ByteReader bytes, List<Evidence> into)
    {
        for (var left = bytes.Number(); left > 0; left--)
        {
            var (document, grade, has) = (ids[bytes.Number()], (Grade)bytes.Byte(), bytes.Byte());
            var quote = (has & 1) == 0 ? null : bytes.Words();
            Span? span = quote is null ? null : new Span(bytes.Number(), bytes.Number());
            var note = (has & 2) == 0 ? null : bytes.Words();
            ClaimId? roster = (has & 4) == 0 ? null : new ClaimId(bytes.Hash());
            into.Add(new Evidence(document, quote, span, grade, note, roster));
        }
    }

    private static void Write(ByteWriter bytes, PartialDate date)
    {
        bytes.Byte(1 | (date.Date is null ? 0 : 2) | (date.Text is null ? 0 : 4) | (date.Reason is null ? 0 : 8) | (date.Time is null ? 0 : 16));
        if (date.Date is not null) bytes.Words(date.Date);
        if (date.Text is not null) bytes.Words(date.Text);
        if (date.Reason is not null) bytes.Words(date.Reason);
        if (date.Time is { } time) bytes.Byte((int)time);
    }

    private static PartialDate? Date(ref ByteReader bytes)
    {
        var has = bytes.Byte();
        if (has == 0) return null;
        var date = (has & 2) == 0 ? null : bytes.Words();
        var text = (has & 4) == 0 ? null : bytes.Words();
        var reason = (has & 8) == 0 ? null : bytes.Words();
        return PartialDate.Of(date, text, reason, (has & 16) == 0 ? null : (TimeOfDay)bytes.Byte());
    }
}
