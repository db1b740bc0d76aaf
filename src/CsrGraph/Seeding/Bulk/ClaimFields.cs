using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Bulk;

/// <summary>Writes what a claim says as the fields of a seed.</summary>
internal sealed class ClaimFields(VocabularyDefinition vocabulary)
{
    /// <summary>Writes the key that says what the claim is, and what else it says.</summary>
    public void Write(Utf8JsonWriter json, Claim claim)
    {
        var q = claim.Qualifiers;
        switch (claim.Kind)
        {
            case ClaimKind.Relation:
                WritePair(json, claim.Type, claim.Subject.Value, claim.Object!.Value.Value);
                foreach (var qualifier in vocabulary.QualifiersOf(vocabulary.RelationType(claim.Type)))
                {
                    if (q[qualifier.Name] is { } value) WriteQualifier(json, qualifier, value);
                }

                if (claim.When is { } when) json.Date("when", when);
                return;
            case ClaimKind.Roster:
                WriteRoster(json, claim);
                break;
            case ClaimKind.Figure:
                json.WriteString("FIGURE", claim.Subject.Value);
                json.Words(QualifierName.Measure, q[QualifierName.Measure]);
                json.Words(QualifierName.Printed, q[QualifierName.Printed]);
                json.Words("about", claim.Object?.Value);
                if (claim.When is { } asOf) json.Date("asOf", asOf);
                break;
            case ClaimKind.Credit:
                json.WriteString("CREDIT", claim.Type);
                json.Words("agent", claim.Object?.Value);
                json.Words(QualifierName.Printed, q[QualifierName.Printed]);
                break;
            default:
                WriteStatement(json, claim);
                break;
        }

        json.Words(QualifierName.Certainty, q[QualifierName.Certainty]);
    }

    private static void WriteQualifier(Utf8JsonWriter json, QualifierDefinition qualifier, string value)
    {
        switch (qualifier.Type)
        {
            case QualifierType.Boolean:
                json.WriteBoolean(qualifier.Name, value == "true");
                break;
            case QualifierType.Integer:
                json.Number(qualifier.Name, value);
                break;
            case QualifierType.Date:
                json.Date(qualifier.Name, PartialDateCode.Decode(value));
                break;
            default:
                json.WriteString(qualifier.Name, value);
                break;
        }
    }

    private static void WriteRoster(Utf8JsonWriter json, Claim claim)
    {
        var roster = Roster.Of(claim);
        WritePair(json, "ROSTER", roster.Initiative.Value, roster.Role);
        json.WriteString("key", claim.Id.ToString());
        json.WriteString(QualifierName.Raw, roster.Raw);
        if (roster.Stated is { } stated)
        {
            json.WriteStartObject("stated");
            json.WriteNumber(QualifierName.Min, stated.Min);
            if (stated.Max is { } max) json.WriteNumber(QualifierName.Max, max);
            json.WriteString("kind", stated.Kind);
            json.WriteEndObject();
        }

        json.Words(QualifierName.Unit, roster.Unit);
        json.WriteString(QualifierName.Closure, roster.Closure);
        json.Words(QualifierName.Description, roster.Description);
    }

    private static void WriteStatement(Utf8JsonWriter json, Claim claim)
    {
        var q = claim.Qualifiers;
        json.WriteString(claim.Type, claim.Subject.Value);
        json.Words(QualifierName.Attribute, q[QualifierName.Attribute]);
        if (claim.Type == StatementType.Quotation)
        {
            json.Words("at", claim.Object?.Value);
            json.Words(QualifierName.OnBehalfOf, q[QualifierName.OnBehalfOf]);
            json.Words(QualifierName.About, q[QualifierName.About]);
            json.Words(QualifierName.Verb, q[QualifierName.Verb]);
        }

        if (claim.When is { } when) json.Date("when", when);
        json.Words(QualifierName.Text, q[QualifierName.Text]);
        if (q[QualifierName.Paraphrase] is not null) json.WriteBoolean(QualifierName.Paraphrase, true);
        json.Words(QualifierName.Status, q[QualifierName.Status]);
        json.Number(QualifierName.Number, q[QualifierName.Number]);
    }

    private static void WritePair(Utf8JsonWriter json, string key, string first, string second)
    {
        json.WriteStartArray(key);
        json.WriteStringValue(first);
        json.WriteStringValue(second);
        json.WriteEndArray();
    }
}
