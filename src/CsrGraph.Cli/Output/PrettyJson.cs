using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CsrGraph.Cli.Output;

/// <summary>JSON for people: indented, every character as itself.</summary>
internal static class PrettyJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    // An answer is deeper than its question by the lists between.
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = 512 };

    public static string Of(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, Parsing);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options)) document.RootElement.WriteTo(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
