using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>A request's body: written once, into pooled pieces, and sent from there.</summary>
internal sealed class RequestBody : HttpContent
{
    /// <summary>The parameter by which an abandoned statement is found again; no statement reads it.</summary>
    public const string Marker = "csrgraphRequest";

    // Statements are full of what would be escaped for a page of HTML.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // No pause: writing and sending follow each other.
    private readonly Pipe pieces = new(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: 16 * 1024, useSynchronizationContext: false));
    private readonly long length;

    public RequestBody(Cypher cypher, RequestHead head)
    {
        using var json = new Utf8JsonWriter(pieces.Writer, Plain);
        json.WriteStartObject();
        if (cypher.Text is not null) WriteStatement(json, cypher, head.Marker);
        if (cypher.WantsCounters) json.WriteBoolean("includeCounters", true);
        head.Write(json);
        json.WriteEndObject();
        json.Flush();
        length = json.BytesCommitted;
        pieces.Writer.Complete();
        Headers.ContentType = new MediaTypeHeaderValue(cypher.IsTyped ? TypedJson.MediaType : "application/json");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = this.length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Left where they are, so that the handler can send them again over a second connection.
        var whole = await pieces.Reader.ReadAsync(cancellationToken);
        foreach (var piece in whole.Buffer) await stream.WriteAsync(piece, cancellationToken);
        pieces.Reader.AdvanceTo(whole.Buffer.Start);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) pieces.Reader.Complete();
        base.Dispose(disposing);
    }

    private static void WriteStatement(Utf8JsonWriter json, Cypher cypher, string? marker)
    {
        json.WriteString("statement", cypher.Text);
        json.WriteStartObject("parameters");
        cypher.Parameters?.Invoke(json);
        if (marker is not null && cypher.IsTyped) json.WriteTypedString(Marker, marker);
        else if (marker is not null) json.WriteString(Marker, marker);
        json.WriteEndObject();
    }
}
