using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsrGraph.Generation;
using CsrGraph.Seeding;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Generation;

/// <summary>A made sector as a seed folder with its raw texts, gone afterwards.</summary>
internal sealed partial class GeneratedFolder : IDisposable
{
    private static readonly VocabularyDefinition Vocabulary = VocabularyDefinition.Load();

    private readonly string folder = Directory.CreateTempSubdirectory("csrgraph-made-").FullName;

    public GeneratedFolder(int entities, int claims, int seed, Edition edition = Edition.First) =>
        Writing = MadeFolder.Write(
            new MadeSector(new SectorSize(entities, claims, seed)), edition, Seeds, Sources, Vocabulary, CancellationToken.None);

    public FolderWriting Writing { get; }

    public string Seeds => Path.Combine(folder, "seed");

    private string Sources => Path.Combine(folder, "sources");

    /// <summary>The SHA-256 of all that was written.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads it as YAML, of which JSON is a part: the same items in the files of single documents, with every span proved.</summary>
    public SeedReading Read()
    {
        var yaml = Path.Combine(folder, "yaml");
        Append(yaml, "entities/made.yaml", File.ReadLines(Path.Combine(Seeds, "entities.ndjson")).Select(line => "- " + line));
        foreach (var (id, item) in File.ReadLines(Path.Combine(Seeds, "documents.ndjson")).Select(Parted))
        {
            Append(yaml, $"documents/{id}/document.yaml", [item]);
        }

        foreach (var claims in File.ReadLines(Path.Combine(Seeds, "claims.ndjson")).Select(Parted).GroupBy(line => line.Id))
        {
            Append(yaml, $"documents/{claims.Key}/claims.yaml", claims.Select(claim => "- " + claim.Item));
        }

        return SeedFolder.Read(yaml, Vocabulary, new SeedOptions(Sources));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Append(string root, string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, lines, new UTF8Encoding(false));
    }

    private static (string Id, string Item) Parted(string line)
    {
        var match = IdFirst().Match(line);
        Assert.True(match.Success, $"a line begins with no document: {line}");
        return (match.Groups["id"].Value, "{" + match.Groups["rest"].Value);
    }

    [GeneratedRegex("""^\{"(?:id|document)":"(?<id>[^"]+)",(?<rest>.*)$""")]
    private static partial Regex IdFirst();
}
