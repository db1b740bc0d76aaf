using System.Security.Cryptography;
using System.Text;
using CsrGraph.Seeding.Reading;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>The raw texts of a folder, found by the SHA-256 of their bytes.</summary>
internal sealed class SourceTexts
{
    private readonly Dictionary<string, string> paths = new(StringComparer.Ordinal);
    private readonly string folder;

    private SourceTexts(string folder) => this.folder = folder;

    /// <summary>Hashes every file of a folder and of those in it; null where there is no folder, which is reported.</summary>
    public static SourceTexts? Open(string? folder, ProblemList problems)
    {
        if (folder is null) return null;
        if (!Directory.Exists(folder))
        {
            problems.Add(folder, "the folder of the sources does not exist", "name the folder with the raw texts, or leave --sources out");
            return null;
        }

        var texts = new SourceTexts(folder);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.Length <= SeedFiles.MaxBytes))
        {
            try
            {
                using var stream = file.OpenRead();
                texts.paths.TryAdd(Convert.ToHexStringLower(SHA256.HashData(stream)), file.FullName);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add(file.FullName, $"the file cannot be read ({exception.Message})", "see that you may read it");
            }
        }

        return texts;
    }

    /// <summary>The text with the hash, or null where there is none or it is not UTF-8, which is reported at the hash's place.</summary>
    public SourceText? Find(string sha256, YamlNode place)
    {
        if (!paths.TryGetValue(sha256, out var path))
        {
            place.Refuse($"no file in {folder} has this SHA-256", "put the raw text there, byte for byte as it was hashed, or mend the hash");
            return null;
        }

        try
        {
            return new SourceText(new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path)));
        }
        catch (DecoderFallbackException)
        {
            place.Refuse($"the text with this SHA-256, {path}, is not UTF-8", "hash and keep it as UTF-8");
            return null;
        }
    }
}
