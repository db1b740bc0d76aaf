using System.Text;

namespace CsrGraph.Cli.Input;

/// <summary>Reads a text file that the user named.</summary>
internal static class InputFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="BadInputException">It cannot be read, or is not UTF-8.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(path, Strict, cancellation);
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException($"{path} is not UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be read: {e.Message}");
        }
    }
}
