using System.Text.Encodings.Web;
using System.Text.Json;

namespace CsrGraph.EndToEndTests.Hostile;

/// <summary>A request that is meant to hurt.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Body">What is posted.</param>
/// <param name="Encoding">What <c>Content-Encoding</c> says; null for nothing.</param>
internal sealed record Bomb(string Name, byte[] Body, string? Encoding = null)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A document.</summary>
    public static Bomb Document(string name, string query) => new(name, Utf8($$"""{"query":{{JsonSerializer.Serialize(query, Plain)}}}"""));

    /// <summary>A document with variables, as JSON.</summary>
    public static Bomb Variables(string name, string query, string json) => new(name, Utf8($$"""{"query":{{JsonSerializer.Serialize(query, Plain)}},"variables":{{json}}}"""));

    /// <summary>Any text.</summary>
    public static Bomb Text(string name, string body) => new(name, Utf8(body));

    public override string ToString() => Name;

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
