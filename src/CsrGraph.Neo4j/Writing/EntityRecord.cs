using System.Globalization;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Reading;
using CsrGraph.Store;
using CsrGraph.Text;

namespace CsrGraph.Neo4j.Writing;

/// <summary>Writes an entity as a row: its node, its names and the ids that redirect to it.</summary>
internal static class EntityRecord
{
    private const string Short = "SHORT";

    public static void Write(Utf8JsonWriter json, Entity entity, long changeSet)
    {
        json.WriteStringValue(entity.Id.Value);
        json.WriteStartArray();
        json.WriteStringValue(Labels.Of(entity.Kind));
        if (entity.Category is not null) json.WriteStringValue(Labels.Of(entity.Category));
        json.WriteEndArray();
        json.WriteStringValue(entity.Kind);
        json.Value(entity.Category);
        json.WriteStringValue(entity.Name);
        json.WriteStringValue(Convert.ToHexStringLower(NameSortKey.Of(entity.Name)));
        json.Date(entity.Date);
        json.WriteStringValue(RecordCode.EncodeEntity(entity));
        json.WriteStartArray();
        for (var place = 0; place < entity.Names.Count; place++) WriteName(json, entity, place, changeSet);
        json.WriteEndArray();
        json.WriteStartArray();
        foreach (var former in entity.Formerly.Distinct()) WriteRedirect(json, entity, former, changeSet);
        json.WriteEndArray();
        json.Readable(entity.Properties);
    }

    private static void WriteName(Utf8JsonWriter json, Entity entity, int place, long changeSet)
    {
        var name = entity.Names[place];
        var keys = SearchKeys.Of(name.Text);
        if (keys.Folded.Length == 0) return;
        json.WriteStartArray();
        json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{entity.Id.Value}@{changeSet}#{place}"));
        json.WriteNumberValue(place);
        json.WriteStringValue(name.Text);
        json.WriteStringValue(keys.Folded);
        json.WriteNumberValue(keys.Folded.Length);
        json.WriteBooleanValue(name.Type == Short);
        json.WriteBooleanValue(name.IsMatchable);
        json.WriteStringValue(NameReadings.Of(keys));
        json.WriteEndArray();
    }

    private static void WriteRedirect(Utf8JsonWriter json, Entity entity, EntityId former, long changeSet)
    {
        json.WriteStartArray();
        json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"redirect:{former.Value}@{changeSet}:{entity.Id.Value}"));
        json.WriteStringValue(former.Value);
        json.WriteEndArray();
    }
}
