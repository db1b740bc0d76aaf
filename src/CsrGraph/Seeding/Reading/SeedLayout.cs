using CsrGraph.Model;

namespace CsrGraph.Seeding.Reading;

/// <summary>Which files a seed folder has; what stands in the wrong place would be overlooked, so it is reported.</summary>
/// <param name="EntityFiles">In ordinal order.</param>
/// <param name="Documents">The ids of the documents, in ordinal order.</param>
/// <param name="Lines">Which of the files with one object a line there are, by name; their parts, where one file has all.</param>
internal sealed record SeedLayout(IReadOnlyList<string> EntityFiles, IReadOnlyList<EntityId> Documents, IReadOnlyDictionary<string, LinePart> Lines)
{
    public const string Entities = "entities";
    public const string DocumentsFolder = "documents";
    public const string EntityLines = "entities.ndjson";
    public const string DocumentLines = "documents.ndjson";
    public const string ClaimLines = "claims.ndjson";

    /// <summary>Every YAML file that is read.</summary>
    public IEnumerable<string> Files => EntityFiles.Concat(Documents.SelectMany(id => new[] { DocumentFile(id), ClaimsFile(id) }));

    public static string DocumentFile(EntityId document) => $"{DocumentsFolder}/{document}/document.yaml";

    public static string ClaimsFile(EntityId document) => $"{DocumentsFolder}/{document}/claims.yaml";

    /// <summary>Looks at a folder; null where there is nothing to read, which is reported.</summary>
    public static SeedLayout? Of(string folder, ProblemList problems)
    {
        if (File.Exists(folder)) return OfFile(folder, problems);
        if (!Directory.Exists(folder))
        {
            problems.Add(folder, "the folder does not exist", "name the folder with entities/ and documents/");
            return null;
        }

        if (!Entries(folder).Any())
        {
            problems.Add(folder, "the folder is empty", "name the folder with entities/ and documents/");
            return null;
        }

        var documents = DocumentsOf(Path.Combine(folder, DocumentsFolder), problems);
        var lines = LinesOf(folder, problems);
        if (documents.Count == 0 && !lines.ContainsKey(DocumentLines)) problems.Add(folder, "there is no document", "put each source into a folder of its own, documents/<id>/, as seed/README.md shows");
        return new SeedLayout(EntityFilesOf(Path.Combine(folder, Entities), problems), documents, lines);
    }

    // One file that has all three, as an export writes it.
    private static SeedLayout? OfFile(string file, ProblemList problems)
    {
        const string ToDo = "name the folder with entities/ and documents/, or a file *.jsonl that export wrote";
        if (Path.GetExtension(file) is not (".jsonl" or ".ndjson"))
        {
            problems.Add(file, "this is a file, not a folder", ToDo);
            return null;
        }

        try
        {
            if (LineSections.Of(file) is { Count: > 0 } parts) return new SeedLayout([], [], parts);
            problems.Add(file, "the file has no entities, documents or claims", ToDo);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(file, $"the file cannot be read ({exception.Message})", "see that it is there and that you may read it");
        }

        return null;
    }

    private static Dictionary<string, LinePart> LinesOf(string folder, ProblemList problems)
    {
        var lines = new Dictionary<string, LinePart>(StringComparer.Ordinal);
        foreach (var file in Entries(folder).OfType<FileInfo>().Where(f => f.Extension is ".ndjson" or ".jsonl"))
        {
            if (file.Name is EntityLines or DocumentLines or ClaimLines) lines.Add(file.Name, new LinePart(file.FullName, file.Name));
            else problems.Add(file.Name, $"only {EntityLines}, {DocumentLines} and {ClaimLines} are read here", "rename it or take it away");
        }

        return lines;
    }

    private static List<string> EntityFilesOf(string folder, ProblemList problems)
    {
        var files = new List<string>();
        foreach (var entry in Entries(folder))
        {
            var name = $"{Entities}/{entry.Name}";
            if (entry is FileInfo && entry.Extension == ".yaml") files.Add(name);
            else problems.Add(name, "only files named *.yaml are read here", "rename it or take it away");
        }

        return files;
    }

    private static List<EntityId> DocumentsOf(string folder, ProblemList problems)
    {
        var documents = new List<EntityId>();
        foreach (var entry in Entries(folder))
        {
            var name = $"{DocumentsFolder}/{entry.Name}";
            if (entry is not DirectoryInfo)
            {
                problems.Add(name, "a document is a folder with document.yaml and claims.yaml", "move it into one or take it away");
            }
            else if (!EntityId.TryParse(entry.Name, out var id) || !id.IsDocument)
            {
                problems.Add(name, $"the folder's name is the document's id, and '{entry.Name}' is no slug", "name it with a-z, 0-9, '-', '.' or '_', a letter or digit first");
            }
            else
            {
                documents.Add(id);
                foreach (var other in Entries(entry.FullName).Where(e => e.Name is not ("document.yaml" or "claims.yaml")))
                {
                    problems.Add($"{name}/{other.Name}", "only document.yaml and claims.yaml are read here", "rename it or take it away");
                }
            }
        }

        return documents;
    }

    // What begins with a dot belongs to editors and file managers.
    private static IEnumerable<FileSystemInfo> Entries(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => e.Name[0] != '.').OrderBy(e => e.Name, StringComparer.Ordinal)
        : [];
}
