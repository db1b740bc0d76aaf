using System.Globalization;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Seeding;

namespace CsrGraph.Generation.Output;

/// <summary>Writes the claims of one document as seeds have them; its rosters get keys in the order in which they come.</summary>
internal sealed class ClaimItem(IReadOnlyList<SeedClaim> claims)
{
    private static readonly string[] Whole = ["number", "year"];
    private static readonly string[] Flags = [QualifierName.Jointly, QualifierName.Paraphrase, "concurrent"];
    private static readonly string[] OfTheCount = [QualifierName.Min, QualifierName.Max, QualifierName.CountKind];
    private static readonly string[] OfTheNumber = [.. OfTheCount, QualifierName.Unit];

    private readonly Dictionary<ClaimId, string> keys = claims.Where(c => c.Claim.Kind == ClaimKind.Roster).Index()
        .ToDictionary(c => c.Item.Claim.Id, c => string.Create(CultureInfo.InvariantCulture, $"r{c.Index + 1}"));

    public void Write(Utf8JsonWriter json, SeedClaim said)
    {
        var claim = said.Claim;
        json.WriteStartObject();
        switch (claim.Kind)
        {
            case ClaimKind.Relation:
                Head(json, claim.Type, claim.Subject.Value, claim.Object!.Value.Value);
                Qualifiers(json, claim, []);
                break;
            case ClaimKind.Roster:
                Head(json, "ROSTER", claim.Subject.Value, claim.Type);
                json.WriteString("key", keys[claim.Id]);
                Stated(json, Roster.Of(claim).Stated);
                Qualifiers(json, claim, OfTheCount);
                break;
            case ClaimKind.Figure:
                Statement(json, claim, StatementType.Figure, "about", OfTheNumber, "asOf");
                break;
            case ClaimKind.Credit:
                json.WriteString("CREDIT", claim.Type);
                if (claim.Object is { } agent) json.WriteString("agent", agent.Value);
                Qualifiers(json, claim, []);
                break;
            default:
                Statement(json, claim, claim.Type, "at", [], "when");
                break;
        }

        Words(json, said.Evidence);
        json.WriteEndObject();
    }

    private static void Statement(Utf8JsonWriter json, Claim claim, string head, string other, string[] without, string date)
    {
        json.WriteString(head, claim.Subject.Value);
        if (claim.Object is { } end) json.WriteString(other, end.Value);
        Qualifiers(json, claim, without);
        if (claim.When is { } when) DateItem.Write(json, date, when);
    }

    private static void Head(Utf8JsonWriter json, string head, string one, string other)
    {
        json.WriteStartArray(head);
        json.WriteStringValue(one);
        json.WriteStringValue(other);
        json.WriteEndArray();
    }

    private static void Qualifiers(Utf8JsonWriter json, Claim claim, string[] without)
    {
        foreach (var (name, value) in claim.Qualifiers)
        {
            if (without.Contains(name)) continue;
            if (Whole.Contains(name)) json.WriteNumber(name, int.Parse(value, CultureInfo.InvariantCulture));
            else if (Flags.Contains(name)) json.WriteBoolean(name, true);
            else json.WriteString(name, value);
        }
    }

    private static void Stated(Utf8JsonWriter json, StatedCount? stated)
    {
        if (stated is null) return;
        json.WriteStartObject("stated");
        json.WriteNumber("min", stated.Min);
        if (stated.Max is { } max) json.WriteNumber("max", max);
        json.WriteString("kind", stated.Kind);
        json.WriteEndObject();
    }

    private void Words(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence)
    {
        if (evidence[0].Roster is { } roster) json.WriteString("roster", keys[roster]);
        if (evidence.Count == 1)
        {
            Piece(json, evidence[0]);
            return;
        }

        json.WriteStartArray("evidence");
        foreach (var piece in evidence)
        {
            json.WriteStartObject();
            Piece(json, piece);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Piece(Utf8JsonWriter json, Evidence piece)
    {
        if (piece.Quote is not null) json.WriteString("quote", piece.Quote);
        if (piece.Span is { } span) json.WriteString("span", span.ToString());
        if (piece is { Quote: not null, Grade: Grade.Inferred }) json.WriteString("grade", "INFERRED");
        if (piece.Note is not null) json.WriteString("note", piece.Note);
    }
}
