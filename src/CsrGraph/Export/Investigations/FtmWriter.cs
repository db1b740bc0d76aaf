using System.Text.Encodings.Web;
using System.Text.Json;

namespace CsrGraph.Export.Investigations;

/// <summary>Writes entities of FollowTheMoney, one a line: an id, a schema, and properties with lists of values.</summary>
internal sealed class FtmWriter(Outbox outbox) : IDisposable
{
    private readonly Utf8JsonWriter json = new(outbox, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Writes an entity; a property without a value is left out.</summary>
    public void Write(string id, string schema, params IEnumerable<(string Name, IEnumerable<string?> Values)> properties)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("schema", schema);
        json.WriteStartObject("properties");
        foreach (var (name, values) in properties)
        {
            var given = values.OfType<string>().Where(v => v.Length > 0).ToList();
            if (given.Count == 0) continue;
            json.WriteStartArray(name);
            foreach (var value in given) json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        outbox.WriteByte((byte)'\n');
    }

    public void Dispose() => json.Dispose();
}
