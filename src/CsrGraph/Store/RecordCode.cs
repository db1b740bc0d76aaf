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
    public static (Qualifiers Qualifiers, PartialDate? When) DecodeClaim(ReadOnlySpan<byte> code)
    {
        if (code.Length <= 2) return (Qualifiers.None, null);
        var (qualifiers, when) = (Qualifiers.None, (PartialDate?)null);
        var json = new Utf8JsonReader(code);
        json.Read();
        while (Member(ref json) is { } member)
        {
            if (member == "q") qualifiers = ReadMap(ref json);
            else when = PartialDateCode.Read(JsonElement.ParseValue(ref json));
        }

        return (qualifiers, when);
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
    public static Entity DecodeEntity(ReadOnlySpan<byte> code, EntityId id, string kind, string? category, PartialDate? date)
    {
        var (names, formerly, properties) = (new List<Name>(2), (List<EntityId>?)null, Qualifiers.None);
        var json = new Utf8JsonReader(code);
        json.Read();
        while (Member(ref json) is { } member)
        {
            if (member == "properties") properties = ReadMap(ref json);
            else while (json.Read() && json.TokenType != JsonTokenType.EndArray) ReadItem(ref json, member);
        }

        return new Entity(id, kind, category, names.ToArray(), formerly is null ? [] : [.. formerly], properties, date);

        void ReadItem(ref Utf8JsonReader item, string list)
        {
            if (list == "names") names.Add(ReadName(ref item));
            else (formerly ??= []).Add(new EntityId(item.GetString()!));
        }
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

    private static Qualifiers ReadMap(ref Utf8JsonReader json)
    {
        var pairs = new List<KeyValuePair<string, string?>>(4);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            pairs.Add(KeyValuePair.Create(name, json.GetString()));
        }

        return Qualifiers.Of(pairs);
    }

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

    // The reader stands at the object's beginning, and then at its end.
    private static Name ReadName(ref Utf8JsonReader json)
    {
        var (text, language, type, isMatchable, inferred, evidence) = ("", "", "", true, (string?)null, (Evidence?)null);
        while (Member(ref json) is { } member)
        {
            switch (member)
            {
                case "text":
                    text = json.GetString()!;
                    break;
                case "language":
                    language = json.ValueTextEquals("zh-Hans"u8) ? "zh-Hans" : json.GetString()!;
                    break;
                case "type":
                    type = json.ValueTextEquals("FULL"u8) ? "FULL" : json.GetString()!;
                    break;
                case "matchable":
                    isMatchable = json.GetBoolean();
                    break;
                case "inferred":
                    inferred = json.GetString();
                    break;
                default:
                    evidence = ReadEvidence(JsonElement.ParseValue(ref json));
                    break;
            }
        }

        return new Name(text, language, type, isMatchable, inferred, evidence);
    }

    // The next member's name, the reader at its value; null at the end of the object. Names are ours alone, and few.
    private static string? Member(ref Utf8JsonReader json)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.PropertyName) return null;
        var name = json.ValueTextEquals("names"u8) ? "names"
            : json.ValueTextEquals("text"u8) ? "text"
            : json.ValueTextEquals("language"u8) ? "language"
            : json.ValueTextEquals("type"u8) ? "type"
            : json.GetString();
        json.Read();
        return name;
    }

    private static Evidence ReadEvidence(JsonElement json) => new(
        new EntityId(json.GetProperty("document").GetString()!),
        Text(json, "quote"),
        json.TryGetProperty("start", out var start) ? new Span(start.GetInt32(), json.GetProperty("end").GetInt32()) : null,
        Enum.Parse<Grade>(json.GetProperty("grade").GetString()!),
        Text(json, "note"),
        null);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
