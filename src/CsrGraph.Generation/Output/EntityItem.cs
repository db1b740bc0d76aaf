using System.Text.Json;
using CsrGraph.Model;

namespace CsrGraph.Generation.Output;

/// <summary>Writes an entity as seeds have it.</summary>
internal static class EntityItem
{
    private const string Full = "FULL";

    public static void Write(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        json.WriteString("id", entity.Id.Value);
        if (entity.Category is not null) json.WriteString("category", entity.Category);
        json.WriteStartArray("names");
        foreach (var name in entity.Names)
        {
            if (name is { Type: Full, IsMatchable: true })
            {
                json.WriteStringValue(name.Text);
                continue;
            }

            json.WriteStartObject();
            json.WriteString("text", name.Text);
            json.WriteString("type", name.Type);
            if (!name.IsMatchable) json.WriteBoolean("matchable", false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
