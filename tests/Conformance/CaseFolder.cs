using System.Text.Json.Nodes;

namespace CsrGraph.Conformance;

/// <summary>A folder of files with a JSON object in each line: schemas have <c>id</c> and <c>sdl</c>, cases <c>schema</c>, <c>query</c> and <c>expected</c>.</summary>
internal sealed class CaseFolder
{
    private CaseFolder(IReadOnlyDictionary<string, string> schemas, IReadOnlyList<(string Name, IReadOnlyList<Case> Cases)> files) =>
        (Schemas, Files) = (schemas, files);

    /// <summary>The schemas of all files in GraphQL's schema language, by id.</summary>
    public IReadOnlyDictionary<string, string> Schemas { get; }

    /// <summary>The cases of each file, by its name without the extension.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<Case> Cases)> Files { get; }

    /// <summary>The folder that is read where none is named.</summary>
    public static string Default() =>
        Environment.GetEnvironmentVariable("CSRGRAPH_CONFORMANCE") is { Length: > 0 } named ? named : Path.Combine("..", "shared", "conformance");

    public static CaseFolder Read(string folder)
    {
        var schemas = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<(string Name, IReadOnlyList<Case> Cases)>();
        foreach (var path in Directory.GetFiles(folder, "*.ndjson").Order(StringComparer.Ordinal))
        {
            var cases = new List<Case>();
            foreach (var line in File.ReadLines(path))
            {
                if (string.IsNullOrWhiteSpace(line)) continue;
                var node = JsonNode.Parse(line)!.AsObject();
                if (node["sdl"] is { } sdl) schemas[(string)node["id"]!] = (string)sdl!;
                else cases.Add(Case.Of(node));
            }

            if (cases.Count > 0) files.Add((Path.GetFileNameWithoutExtension(path), cases));
        }

        return new CaseFolder(schemas, files);
    }
}
