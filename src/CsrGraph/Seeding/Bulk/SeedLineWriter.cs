using System.Buffers;
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
    private readonly ClaimFields claims = new(vocabulary);
    private readonly Utf8JsonWriter json = new(new ArrayBufferWriter<byte>(), new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Writes an entity.</summary>
    public void Write(Entity entity)
    {
        Begin();
        json.WriteString("id", entity.Id.Value);
        json.Words("category", entity.Category);
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
            if (name == DocumentProperty.Published) json.Date("published", PartialDateCode.Decode(value));
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
        claims.Write(json, claim);
        json.Words("exceeds", exceeds);
        WriteEvidence(evidence);
        End();
    }

    /// <summary>Writes what a claim says alone, as the beginning of an object, for the other method to go on with.</summary>
    internal void WriteBeginning(Claim claim)
    {
        Begin();
        claims.Write(json, claim);
        json.Flush();
    }

    /// <summary>Writes a claim of which <see cref="WriteBeginning"/> wrote what it says.</summary>
    internal void Write(EntityId document, ReadOnlySpan<byte> beginning, IReadOnlyList<Evidence> evidence)
    {
        Begin();
        json.WriteString("document", document.Value);
        json.Flush();
        buffer.Write(","u8);
        buffer.Write(beginning[1..]);
        WriteEvidence(evidence);
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

    private void WriteEvidence(IReadOnlyList<Evidence> evidence)
    {
        if (RosterOf(evidence) is { } roster) json.WriteString("roster", roster.ToString());
        if (evidence.Count == 1)
        {
            json.Piece(evidence[0]);
        }
        else
        {
            json.WriteStartArray("evidence");
            foreach (var piece in evidence)
            {
                json.WriteStartObject();
                json.Piece(piece);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static ClaimId? RosterOf(IReadOnlyList<Evidence> evidence)
    {
        foreach (var piece in evidence)
        {
            if (piece.Roster is { } roster) return roster;
        }

        return null;
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
        json.Words("inferred", name.Inferred);
        if (name.Evidence is { } evidence)
        {
            json.WriteStartObject("evidence");
            json.WriteString("document", evidence.Document.Value);
            json.Piece(evidence);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
