using System.Globalization;
using System.Text;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Writes answers down, all that they say, so that two can be compared as texts.</summary>
internal static class Transcript
{
    public static string Of(Entity? entity) => entity is null
        ? "nothing"
        : $"{entity.Id} {entity.Kind} {entity.Category} {Of(entity.Date)} {Encoding.UTF8.GetString(RecordCode.EncodeEntity(entity))}";

    public static string Of(Claim? claim) => claim is null
        ? "document"
        : $"{claim.Id} {claim.Kind} {claim.Type} {claim.Subject} {claim.Object} {Encoding.UTF8.GetString(RecordCode.EncodeClaim(claim))}";

    public static string Of(Position position) => $"[{string.Join(' ', position.Values.Select(Of))}|{position.Id}]";

    public static string Of(Evidence piece) => $"{piece.Document} {piece.Quote} {piece.Span} {piece.Grade} {piece.Note} {piece.Roster}";

    public static string Of(Page<EntityRow> page) => Of(page, r => $"{Of(r.Entity)} {Of(r.Position)}");

    public static string Of(Page<ClaimRow> page) => Of(page, r => $"{Of(r.Claim)} {r.Order} {r.AddedIn}-{r.RetractedIn} {Of(r.Position)}");

    public static string Of(Page<SearchRow> page) => Of(page, r => $"{Of(r.Entity)} {r.MatchedName} {r.Reason} {Of(r.Position)}");

    public static string Of(RelationPage page) => Of(
        new Page<RelationRow>(page.Rows, page.HasNext, page.HasPrevious, page.Total), r => $"{Of(r.Claim)} {r.Order} {Of(r.Far)} {Of(r.Position)}")
        + $"\nedges {page.EdgeTotal}";

    /// <summary>What a row has that brings no more of an entity than its heading.</summary>
    public static string LeanOf(Page<EntityRow> page) => Of(page, r => $"{LeanOf(r.Entity)} {Of(r.Position)}");

    /// <summary>The same without a relation's claim.</summary>
    public static string LeanOf(RelationPage page) => Of(
        new Page<RelationRow>(page.Rows, page.HasNext, page.HasPrevious, page.Total), r => $"{r.Order} {LeanOf(r.Far)} {Of(r.Position)}");

    public static string Of(Change change) => change switch
    {
        Change.EntityAdded(var entity) => $"+ {Of(entity)}",
        Change.EntityRetracted(var entity) => $"- {Of(entity)}",
        Change.ClaimAdded(var claim, var order) => $"+ {Of(claim)} {order}",
        Change.ClaimRetracted(var claim) => $"- {Of(claim)}",
        Change.EvidenceAdded(var claim, var piece) => $"+ {claim} {Of(piece)}",
        Change.EvidenceRetracted(var claim, var piece) => $"- {claim} {Of(piece)}",
        _ => change.ToString(),
    };

    private static string Of<T>(Page<T> page, Func<T, string> row) =>
        string.Join('\n', page.Rows.Select(row).Append($"next {page.HasNext} previous {page.HasPrevious} total {page.Total}"));

    private static string LeanOf(Entity entity) => $"{entity.Id} {entity.Kind} {entity.Category} {Of(entity.Date)} {entity.Name}";

    private static string Of(PartialDate? date) => date is null ? "undated" : PartialDateCode.Encode(date);

    private static string Of(object? value) => value switch
    {
        null => "-",
        long number => number.ToString(CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => $"{value.GetType()} {value}",
    };
}
