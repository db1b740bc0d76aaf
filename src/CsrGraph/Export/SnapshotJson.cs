using System.Globalization;
using System.Text.Json;

namespace CsrGraph.Export;

/// <summary>Says a snapshot as members of a JSON object.</summary>
internal static class SnapshotJson
{
    /// <summary>Writes the members, of an object that somebody else begins and ends.</summary>
    /// <param name="json">The object.</param>
    /// <param name="snapshot">What the export shows.</param>
    /// <param name="withDocuments">True where the ids of the documents of each licence are written; else their number.</param>
    public static void Write(Utf8JsonWriter json, ExportSnapshot snapshot, bool withDocuments)
    {
        json.WriteStartObject("snapshot");
        json.WriteNumber("head", snapshot.Head);
        if (snapshot.KnownAt is { } knownAt) json.WriteString("knownAt", Moment(knownAt));
        if (snapshot.ValidAt is { } day) json.WriteString("validAt", Day(day));
        json.WriteEndObject();
        if (snapshot.Around.Count > 0)
        {
            json.WriteStartArray("around");
            foreach (var id in snapshot.Around) json.WriteStringValue(id.Value);
            json.WriteEndArray();
        }

        json.WriteStartArray("licences");
        foreach (var note in snapshot.Licences) Write(json, note, withDocuments);
        json.WriteEndArray();
        json.WriteStartObject("rosters");
        json.WriteNumber("all", snapshot.Rosters);
        json.WriteNumber("partial", snapshot.PartialRosters);
        json.WriteEndObject();
    }

    /// <summary>A moment as the API writes it.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>A day as the API writes it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, LicenceNote note, bool withDocuments)
    {
        json.WriteStartObject();
        json.WriteString("licence", note.Licence);
        if (withDocuments)
        {
            json.WriteStartArray("documents");
            foreach (var id in note.Documents) json.WriteStringValue(id.Value);
            json.WriteEndArray();
        }
        else
        {
            json.WriteNumber("documents", note.Documents.Count);
        }

        json.WriteEndObject();
    }
}
