using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Linked;

/// <summary>Writes entities and documents as nodes of JSON-LD.</summary>
internal static class LinkedEntities
{
    public static void Write(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        json.WriteString("@id", LinkedContext.Ids + entity.Id.Value);
        json.WriteStartArray("@type");
        json.WriteStringValue(LinkedContext.TypeOf(entity.Kind));
        json.WriteStringValue($"csr:{entity.Kind}");
        json.WriteEndArray();
        WriteNames(json, entity);
        if (entity.Category is { } category) json.WriteString("csr:category", category);
        if (entity.Kind == KindDefinition.Document) WriteDocument(json, entity);
        else if (entity.Date is { Date: { } date }) json.WriteString(entity.Kind == "EVENT" ? "schema:startDate" : "schema:temporalCoverage", date);
        if (entity.Formerly.Count > 0)
        {
            json.WriteStartArray("prov:wasRevisionOf");
            foreach (var id in entity.Formerly) WriteNode(json, id.Value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, Entity entity)
    {
        json.WritePropertyName(entity.Kind == KindDefinition.Document ? "schema:headline" : "schema:name");
        WriteText(json, entity.Names[0]);
        if (entity.Names.Count == 1) return;
        json.WriteStartArray("schema:alternateName");
        foreach (var name in entity.Names.Skip(1)) WriteText(json, name);
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, Name name)
    {
        json.WriteStartObject();
        json.WriteString("@value", name.Text);
        json.WriteString("@language", name.Language);
        json.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter json, Entity document)
    {
        var p = document.Properties;
        if (p[DocumentProperty.Publisher] is { } publisher) json.WriteString("publisher", LinkedContext.Ids + publisher);
        if (document.Date?.Date is { } published) json.WriteString("schema:datePublished", published);
        if (p[DocumentProperty.Language] is { } language) json.WriteString("schema:inLanguage", language);
        if (p[DocumentProperty.Url] is { } url) json.WriteString("schema:url", url);
        if (p[DocumentProperty.Licence] is { } licence) json.WriteString("schema:copyrightNotice", licence);
        if (p[DocumentProperty.Retrieved] is { } retrieved) json.WriteString("csr:retrieved", retrieved);
        if (p[DocumentProperty.Sha256] is { } hash) json.WriteString("schema:sha256", hash);
        if (p[DocumentProperty.Column] is { } column) WriteLink(json, "schema:isPartOf", column);
        if (p[DocumentProperty.CopiedFrom] is { } original) WriteLink(json, "schema:isBasedOn", original);
    }

    private static void WriteLink(Utf8JsonWriter json, string property, string id)
    {
        json.WritePropertyName(property);
        WriteNode(json, id);
    }

    private static void WriteNode(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject();
        json.WriteString("@id", LinkedContext.Ids + id);
        json.WriteEndObject();
    }
}
