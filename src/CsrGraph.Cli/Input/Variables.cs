using System.Text;
using System.Text.Json;

namespace CsrGraph.Cli.Input;

/// <summary>Reads the variables of a question.</summary>
internal static class Variables
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <exception cref="BadInputException">It is no JSON object.</exception>
    public static JsonElement Read(string text, string place)
    {
        try
        {
            var root = JsonDocument.Parse(Encoding.UTF8.GetBytes(text), Strict).RootElement;
            return root.ValueKind == JsonValueKind.Object ? root : throw new BadInputException($"{place}: the variables must be a JSON object");
        }
        catch (JsonException e)
        {
            throw new BadInputException($"{place} is not JSON: {e.Message}");
        }
    }
}
