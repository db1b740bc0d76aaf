using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsrGraph.Model;

namespace CsrGraph.Store;

/// <summary>Entities and claims as JSON, for stores that keep what they do not search by in one column.</summary>
public static class RecordCode
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A claim's qualifiers and date: <c>{"q":{"act":"SPEECH"},"when":{…}}</c>; what it lacks is left out.</summary>
    public static byte[] EncodeClaim(Claim claim) => Write(json =>
    {
        if (claim.Qualifiers.Count > 0) WriteMap(json, "q", claim.Qualifiers);
        if (claim.When is { } when)
        {
            json.WritePropertyName("when");
            PartialDateCode.Write(json, when);
        }
    });

    /// <summary>Decodes what <see cref="EncodeClaim"/> wrote.</summary>
    public static (Qualifiers Qualifiers, PartialDate? When) DecodeClaim(ReadOnlyMemory<byte> code)
    {
        if (code.Length <= 2) return (Qualifiers.None, null);
        using var document = JsonDocument.Parse(code);
        var json = document.RootElement;
        return (ReadMap(json, "q"), json.TryGetProperty("when", out var when) ? PartialDateCode.Read(when) : null);
    }

    /// <summary>An entity's names, former ids and properties; its id, kind, category and date stand beside it.</summary>
    public static byte[] EncodeEntity(Entity entity) => Write(json =>
    {
        json.WriteStartArray("names");
        foreach (var name in entity.Names) WriteName(json, name);
        json.WriteEndArray();
        if (entity.Formerly.Count > 0)
        {
            json.WriteStartArray("formerly");
            foreach (var id in entity.Formerly) json.WriteStringValue(id.Value);
            json.WriteEndArray();
        }

        if (entity.Properties.Count > 0) WriteMap(json, "properties", entity.Properties);
    });

    /// <summary>Decodes what <see cref="EncodeEntity"/> wrote.</summary>
    public static Entity DecodeEntity(ReadOnlyMemory<byte> code, EntityId id, string kind, string? category, PartialDate? date)
    {
        using var document = JsonDocument.Parse(code);
        var json = document.RootElement;
        var names = json.GetProperty("names").EnumerateArray().Select(ReadName).ToArray();
        EntityId[] formerly = json.TryGetProperty("formerly", out var ids) ? [.. ids.EnumerateArray().Select(i => new EntityId(i.GetString()!))] : [];
        return new Entity(id, kind, category, names, formerly, ReadMap(json, "properties"), date);
    }

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMap(Utf8JsonWriter json, string property, Qualifiers map)
    {
        json.WriteStartObject(property);
        foreach (var (name, value) in map) json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static Qualifiers ReadMap(JsonElement json, string property) => json.TryGetProperty(property, out var map)
        ? Qualifiers.Of(map.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, m.Value.GetString())))
        : Qualifiers.None;

    private static void WriteName(Utf8JsonWriter json, Name name)
    {
        json.WriteStartObject();
        json.WriteString("text", name.Text);
        json.WriteString("language", name.Language);
        json.WriteString("type", name.Type);
        if (!name.IsMatchable) json.WriteBoolean("matchable", false);
        if (name.Inferred is not null) json.WriteString("inferred", name.Inferred);
        if (name.Evidence is { } evidence)
        {
            json.WriteStartObject("evidence");
            json.WriteString("document", evidence.Document.Value);
            if (evidence.Quote is not null) json.WriteString("quote", evidence.Quote);
            if (evidence.Span is { } span)
            {
                json.WriteNumber("start", span.Start);
                json.WriteNumber("end", span.End);
            }

            json.WriteString("grade", evidence.Grade.ToString());
            if (evidence.Note is not null) json.WriteString("note", evidence.Note);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static Name ReadName(JsonElement json) => new(
        json.GetProperty("text").GetString()!,
        json.GetProperty("language").GetString()!,
        json.GetProperty("type").GetString()!,
        !json.TryGetProperty("matchable", out _),
        Text(json, "inferred"),
        json.TryGetProperty("evidence", out var evidence) ? ReadEvidence(evidence) : null);

    private static Evidence ReadEvidence(JsonElement json) => new(
        new EntityId(json.GetProperty("document").GetString()!),
        Text(json, "quote"),
        json.TryGetProperty("start", out var start) ? new Span(start.GetInt32(), json.GetProperty("end").GetInt32()) : null,
        Enum.Parse<Grade>(json.GetProperty("grade").GetString()!),
        Text(json, "note"),
        null);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
