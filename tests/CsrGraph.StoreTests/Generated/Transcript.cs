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

    /// <summary>What was asked for of an entity: a store may bring more.</summary>
    public static string Of(Entity entity, EntityParts parts) =>
        parts == EntityParts.Record ? Of(entity) : $"{entity.Id} {entity.Kind} {entity.Category} {Of(entity.Date)} {entity.Name}";

    public static string Of(Page<EntityRow> page, FindRequest request) =>
        Of(page, r => $"{Of(r.Entity, request.Parts)} {(request.WantsPlaces ? Of(r.Position) : "")}");

    public static string Of(Page<ClaimRow> page) => Of(page, r => $"{Of(r.Claim)} {r.Order} {r.AddedIn}-{r.RetractedIn} {Of(r.Position)}");

    public static string Of(Page<Group> page) => Of(page, g => $"{string.Join(',', g.Key.Select(k => k ?? "-"))} {g.Number} {Of(g.Position)}");

    public static string Of(Page<SearchRow> page) => Of(page, r => $"{Of(r.Entity)} {r.MatchedName} {r.Reason} {Of(r.Position)}");

    public static string Of(RelationPage page, RelationRequest request) => Of(
        new Page<RelationRow>(page.Rows, page.HasNext, page.HasPrevious, page.Total, page.Aggregate),
        r => $"{(request.WantsClaims ? Of(r.Claim) : "")} {Of(r.Far, request.FarParts)} {(request.WantsPlaces ? $"{r.Order} {Of(r.Position)}" : "")}")
        + $"\nedges {page.EdgeTotal}";

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
        string.Join('\n', page.Rows.Select(row).Append($"next {page.HasNext} previous {page.HasPrevious} total {page.Total} {page.Aggregate}"));

    private static string Of(PartialDate? date) => date is null ? "undated" : PartialDateCode.Encode(date);

    private static string Of(object? value) => value switch
    {
        null => "-",
        string text => $"'{text}'",
        long number => number.ToString(CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => $"{value.GetType()} {value}",
    };
}
