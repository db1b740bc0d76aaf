using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Seeding.Bulk;

/// <summary>
/// Writes the lines of bulk seeds: <c>entities.ndjson</c>, <c>documents.ndjson</c> or <c>claims.ndjson</c>, one writer a file. What is written reads
/// back as the same entities, documents and claims. The claims of one document are written one after the other, documents in the order of their file.
/// </summary>
/// <param name="output">The file; it is not closed.</param>
/// <param name="vocabulary">What the qualifiers of relations are.</param>
public sealed class SeedLineWriter(Stream output, VocabularyDefinition vocabulary) : IDisposable
{
    private const int FlushAt = 1 << 16;

    private readonly ArrayBufferWriter<byte> buffer = new(FlushAt * 2);
    private readonly Utf8JsonWriter json = new(new ArrayBufferWriter<byte>(), new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Writes an entity.</summary>
    public void Write(Entity entity)
    {
        Begin();
        json.WriteString("id", entity.Id.Value);
        Words("category", entity.Category);
        json.WriteStartArray("names");
        foreach (var name in entity.Names) Write(name);
        json.WriteEndArray();
        if (entity.Formerly.Count > 0)
        {
            json.WriteStartArray("formerly");
            foreach (var id in entity.Formerly) json.WriteStringValue(id.Value);
            json.WriteEndArray();
        }

        End();
    }

    /// <summary>Writes a document.</summary>
    /// <param name="document">Its record, of the kind DOCUMENT.</param>
    /// <param name="claims">How many claims it has at least.</param>
    /// <param name="entities">How many entities its claims name at least.</param>
    public void Write(Entity document, int claims, int entities)
    {
        Begin();
        json.WriteString("id", document.Id.Value);
        json.WriteString("title", document.Name);
        foreach (var (name, value) in document.Properties)
        {
            if (name == DocumentProperty.Published) Write("published", PartialDateCode.Decode(value));
            else json.WriteString(name, value);
        }

        json.WriteStartObject("assertions");
        json.WriteNumber("claims", claims);
        json.WriteNumber("entities", entities);
        json.WriteEndObject();
        End();
    }

    /// <summary>Writes a claim. A roster's key is its claim's id; evidence that names a roster names it so.</summary>
    /// <param name="document">The document that says it.</param>
    /// <param name="claim">What it says.</param>
    /// <param name="evidence">The document's words for it; one piece at least.</param>
    /// <param name="exceeds">Of a roster that names more than it states: why. It is read into the evidence's note, so a note is not to hold it.</param>
    public void Write(EntityId document, Claim claim, IReadOnlyList<Evidence> evidence, string? exceeds = null)
    {
        Begin();
        json.WriteString("document", document.Value);
        WriteClaim(claim);
        Words("exceeds", exceeds);
        if (evidence.Select(e => e.Roster).FirstOrDefault(r => r is not null) is { } roster) json.WriteString("roster", roster.ToString());
        if (evidence.Count == 1)
        {
            WritePiece(evidence[0]);
        }
        else
        {
            json.WriteStartArray("evidence");
            foreach (var piece in evidence)
            {
                json.WriteStartObject();
                WritePiece(piece);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        End();
    }

    /// <summary>Hands what is written so far to the file.</summary>
    public void Flush()
    {
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    /// <summary>Flushes; the file stays open.</summary>
    public void Dispose()
    {
        Flush();
        json.Dispose();
    }

    private void Begin()
    {
        json.Reset(buffer);
        json.WriteStartObject();
    }

    private void End()
    {
        json.WriteEndObject();
        json.Flush();
        buffer.Write("\n"u8);
        if (buffer.WrittenCount >= FlushAt) Flush();
    }

    private void Words(string key, string? value)
    {
        if (value is not null) json.WriteString(key, value);
    }

    private void Number(string key, string? value)
    {
        if (value is not null) json.WriteNumber(key, decimal.Parse(value, CultureInfo.InvariantCulture));
    }

    private void Write(Name name)
    {
        if (name is { Language: "zh-Hans", Type: "FULL", IsMatchable: true, Inferred: null, Evidence: null })
        {
            json.WriteStringValue(name.Text);
            return;
        }

        json.WriteStartObject();
        json.WriteString("text", name.Text);
        if (name.Type != "FULL") json.WriteString("type", name.Type);
        if (name.Language != "zh-Hans") json.WriteString("language", name.Language);
        if (!name.IsMatchable) json.WriteBoolean("matchable", false);
        Words("inferred", name.Inferred);
        if (name.Evidence is { } evidence)
        {
            json.WriteStartObject("evidence");
            json.WriteString("document", evidence.Document.Value);
            WritePiece(evidence);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WritePiece(Evidence piece)
    {
        Words("quote", piece.Quote);
        if (piece.Span is { } span) json.WriteString("span", span.ToString());
        if (piece is { Grade: Grade.Inferred, Quote: not null }) json.WriteString("grade", "INFERRED");
        Words("note", piece.Note);
    }

    private void Write(string key, PartialDate date)
    {
        if (date is { Text: null, Reason: null, Time: null })
        {
            json.WriteString(key, date.Date);
            return;
        }

        json.WriteStartObject(key);
        Words("text", date.Text);
        Words("date", date.Date);
        Words("inferred", date.Reason);
        Words("time", date.Time?.ToString().ToUpperInvariant());
        json.WriteEndObject();
    }

    private void WriteClaim(Claim claim)
    {
        var q = claim.Qualifiers;
        switch (claim.Kind)
        {
            case ClaimKind.Relation:
                WritePair(claim.Type, claim.Subject.Value, claim.Object!.Value.Value);
                foreach (var qualifier in vocabulary.QualifiersOf(vocabulary.RelationType(claim.Type)))
                {
                    if (q[qualifier.Name] is { } value) WriteQualifier(qualifier, value);
                }

                if (claim.When is { } when) Write("when", when);
                return;
            case ClaimKind.Roster:
                WriteRoster(claim);
                break;
            case ClaimKind.Figure:
                json.WriteString("FIGURE", claim.Subject.Value);
                Words(QualifierName.Measure, q[QualifierName.Measure]);
                Words(QualifierName.Printed, q[QualifierName.Printed]);
                Words("about", claim.Object?.Value);
                if (claim.When is { } asOf) Write("asOf", asOf);
                break;
            case ClaimKind.Credit:
                json.WriteString("CREDIT", claim.Type);
                Words("agent", claim.Object?.Value);
                Words(QualifierName.Printed, q[QualifierName.Printed]);
                break;
            default:
                WriteStatement(claim);
                break;
        }

        Words(QualifierName.Certainty, q[QualifierName.Certainty]);
    }

    private void WriteQualifier(QualifierDefinition qualifier, string value)
    {
        switch (qualifier.Type)
        {
            case QualifierType.Boolean:
                json.WriteBoolean(qualifier.Name, value == "true");
                break;
            case QualifierType.Integer:
                Number(qualifier.Name, value);
                break;
            case QualifierType.Date:
                Write(qualifier.Name, PartialDateCode.Decode(value));
                break;
            default:
                json.WriteString(qualifier.Name, value);
                break;
        }
    }

    private void WriteRoster(Claim claim)
    {
        var roster = Roster.Of(claim);
        WritePair("ROSTER", roster.Initiative.Value, roster.Role);
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

        Words(QualifierName.Unit, roster.Unit);
        json.WriteString(QualifierName.Closure, roster.Closure);
        Words(QualifierName.Description, roster.Description);
    }

    private void WriteStatement(Claim claim)
    {
        var q = claim.Qualifiers;
        json.WriteString(claim.Type, claim.Subject.Value);
        Words(QualifierName.Attribute, q[QualifierName.Attribute]);
        if (claim.Type == StatementType.Quotation)
        {
            Words("at", claim.Object?.Value);
            Words(QualifierName.OnBehalfOf, q[QualifierName.OnBehalfOf]);
            Words(QualifierName.About, q[QualifierName.About]);
            Words(QualifierName.Verb, q[QualifierName.Verb]);
        }

        if (claim.When is { } when) Write("when", when);
        Words(QualifierName.Text, q[QualifierName.Text]);
        if (q[QualifierName.Paraphrase] is not null) json.WriteBoolean(QualifierName.Paraphrase, true);
        Words(QualifierName.Status, q[QualifierName.Status]);
        Number(QualifierName.Number, q[QualifierName.Number]);
    }

    private void WritePair(string key, string first, string second)
    {
        json.WriteStartArray(key);
        json.WriteStringValue(first);
        json.WriteStringValue(second);
        json.WriteEndArray();
    }
}
