using System.Text;
using System.Text.Json;
using CsrGraph.GraphQL;

namespace CsrGraph.Cli.Input;

/// <summary>Reads an option that is a JSON object, or a file that holds one.</summary>
internal static class JsonOption
{
    /// <summary>What such an option's help calls its value.</summary>
    public const string HelpName = "JSON|FILE";

    /// <summary>Reads what was given; null where nothing was.</summary>
    /// <param name="given">The object, which begins with a brace, or a file.</param>
    /// <param name="option">The option, for messages.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="BadInputException">The file cannot be read, or it is no JSON object.</exception>
    public static async Task<JsonElement?> ReadAsync(string? given, string option, CancellationToken cancellation)
    {
        if (given is null) return null;
        var isText = given.TrimStart().StartsWith('{');
        var place = isText ? option : given;
        try
        {
            var root = StrictJson.Parse(Encoding.UTF8.GetBytes(isText ? given : await InputFile.ReadAsync(given, cancellation)), place);
            return root.ValueKind == JsonValueKind.Object ? root : throw new BadInputException($"{place}: {option} takes a JSON object");
        }
        catch (FormatException e)
        {
            throw new BadInputException(e.Message);
        }
    }
}
