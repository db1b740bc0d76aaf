using System.Text.Encodings.Web;
using System.Text.Json;

namespace CsrGraph.Generation.Output;

/// <summary>A file of JSON items, one a line.</summary>
internal sealed class ItemFile(string path, bool isList = true) : IDisposable
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16);

    public void Write(Action<Utf8JsonWriter> item)
    {
        if (isList) file.Write("- "u8);
        using (var json = new Utf8JsonWriter(file, Plain)) item(json);
        file.Write("\n"u8);
    }

    public void Dispose() => file.Dispose();
}
