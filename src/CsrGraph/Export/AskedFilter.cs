using System.Text.Encodings.Web;
using System.Text.Json;
using CsrGraph.Store;

namespace CsrGraph.Export;

/// <summary>A condition of what is exported, and how it was asked for, which the export says.</summary>
/// <param name="Condition">What must hold.</param>
/// <param name="Asked">The same as it was asked for.</param>
public sealed record AskedFilter(EntityFilter Condition, JsonElement Asked)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What was asked for, in one line.</summary>
    internal string Words => JsonSerializer.Serialize(Asked, Plain);
}
