using System.Text;

namespace CsrGraph.Web.Documents;

/// <summary>Reads the documents that the keeper laid down: the <c>.graphql</c> files of a folder and of those below it, each one document.</summary>
public static class DocumentFolder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The documents by their hashes. A file's hash is that of its bytes, as <c>sha256sum</c> prints it.</summary>
    /// <exception cref="FormatException">The folder or a file in it cannot be read; the message says which.</exception>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        var documents = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.graphql", SearchOption.AllDirectories))
            {
                var text = Decode(file, File.ReadAllBytes(file));
                documents.TryAdd(DocumentHash.Of(text), text);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"the documents cannot be read: {e.Message}", e);
        }

        return documents.Count > 0 ? documents : throw new FormatException($"there is no .graphql file in {folder}");
    }

    private static string Decode(string file, byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException($"{file} is not UTF-8", e);
        }
    }
}
