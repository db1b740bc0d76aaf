using System.Text;
using System.Text.Json;
using CsrGraph.GraphQL;

namespace CsrGraph.Cli.Input;

/// <summary>Reads the variables of a question.</summary>
internal static class Variables
{
    /// <exception cref="BadInputException">It is no JSON object.</exception>
    public static JsonElement Read(string text, string place)
    {
        try
        {
            var root = StrictJson.Parse(Encoding.UTF8.GetBytes(text), place);
            return root.ValueKind == JsonValueKind.Object ? root : throw new BadInputException($"{place}: the variables must be a JSON object");
        }
        catch (FormatException e)
        {
            throw new BadInputException(e.Message);
        }
    }
}
