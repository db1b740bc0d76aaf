using System.Text.Json;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Linked;

/// <summary>The JSON-LD context, which stands in the export itself: nobody has to be asked for it.</summary>
internal static class LinkedContext
{
    /// <summary>What the ids of entities, documents and claims stand behind.</summary>
    public const string Ids = "urn:csrgraph:";

    private const string Terms = "urn:csrgraph:term:";

    /// <summary>What schema.org calls the kinds; a kind of ours without a name there is a thing.</summary>
    private static readonly Dictionary<string, string> SchemaTypes = new(StringComparer.Ordinal)
    {
        ["ORGANISATION"] = "Organization",
        ["GROUP"] = "Organization",
        ["PERSON"] = "Person",
        ["EVENT"] = "Event",
        ["EVENT_SERIES"] = "EventSeries",
        ["PLEDGE"] = "CreativeWork",
        ["REPORT"] = "Report",
        ["STANDARD"] = "CreativeWork",
        ["PROGRAMME"] = "Project",
        ["CSR_CASE"] = "Project",
        ["CAMPAIGN"] = "Project",
        ["COLUMN"] = "CreativeWorkSeries",
        ["PLACE"] = "Place",
        [KindDefinition.Document] = "Article",
    };

    /// <summary>What schema.org says from the subject, or from the object where it is said the other way round.</summary>
    private static readonly Dictionary<string, (string Property, bool IsInverse)> SchemaProperties = new(StringComparer.Ordinal)
    {
        ["HOSTED"] = ("organizer", true),
        ["ATTENDED"] = ("attendee", true),
        ["SPOKE_AT"] = ("performer", true),
        ["SUPPORTED"] = ("sponsor", true),
        ["MEMBER_OF"] = ("memberOf", false),
        ["HOLDS_POSITION"] = ("worksFor", false),
        ["PART_OF"] = ("parentOrganization", false),
        ["HELD_IN"] = ("location", false),
        ["BASED_IN"] = ("location", false),
        ["ABOUT"] = ("about", false),
        ["EDITION_OF"] = ("superEvent", false),
    };

    /// <summary>The schema.org type of a kind, as the context abbreviates it.</summary>
    public static string TypeOf(string kind) => $"schema:{SchemaTypes.GetValueOrDefault(kind, "Thing")}";

    /// <summary>The schema.org property of a relation type; null where there is none.</summary>
    public static (string Property, bool IsInverse)? PropertyOf(string relationType) =>
        SchemaProperties.TryGetValue(relationType, out var known) ? ($"schema:{known.Property}", known.IsInverse) : null;

    /// <summary>Writes <c>@context</c>.</summary>
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        json.WriteNumber("@version", 1.1m);
        json.WriteString("schema", "https://schema.org/");
        json.WriteString("prov", "http://www.w3.org/ns/prov#");
        json.WriteString("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        json.WriteString("xsd", "http://www.w3.org/2001/XMLSchema#");
        json.WriteString("csr", Terms);
        WriteReference(json, "subject", "rdf:subject");
        WriteReference(json, "object", "rdf:object");
        WriteReference(json, "predicate", "rdf:predicate");
        WriteReference(json, "evidence", "prov:wasDerivedFrom");
        WriteReference(json, "document", "prov:hadPrimarySource");
        WriteReference(json, "roster", "csr:roster");
        WriteReference(json, "publisher", "schema:publisher");
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, string term, string iri)
    {
        json.WriteStartObject(term);
        json.WriteString("@id", iri);
        json.WriteString("@type", "@id");
        json.WriteEndObject();
    }
}
