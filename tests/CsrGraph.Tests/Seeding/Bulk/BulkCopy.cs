using System.Text;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Bulk;
using CsrGraph.Vocabulary;

namespace CsrGraph.Tests.Seeding.Bulk;

/// <summary>A seed folder with one object a line, which a test may break.</summary>
internal sealed class BulkCopy : IDisposable
{
    public const string Entities = "entities.ndjson";
    public const string Documents = "documents.ndjson";
    public const string Claims = "claims.ndjson";

    private static readonly VocabularyDefinition BuiltIn = VocabularyDefinition.Load();
    private readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("csrgraph-lines-");

    public BulkCopy(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (name, text) in files) Write(name, text);
    }

    public static IReadOnlyList<string> Files { get; } = [Claims, Documents, Entities];

    public string Folder => copy.FullName;

    public string this[string file] => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>What a graph's three files hold.</summary>
    public static Dictionary<string, string> Of(SeedGraph graph) => new()
    {
        [Entities] = Lines(w =>
        {
            foreach (var entity in graph.Entities) w.Write(entity);
        }),
        [Documents] = Lines(w =>
        {
            foreach (var document in graph.Documents) w.Write(document.Record, document.Claims.Count, 0);
        }),
        [Claims] = Lines(w =>
        {
            foreach (var document in graph.Documents)
            {
                foreach (var said in document.Claims) w.Write(document.Record.Id, said.Claim, said.Evidence);
            }
        }),
    };

    public BulkCopy Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public BulkCopy Write(string file, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, file), bytes);
        return this;
    }

    public SeedReading Read(string? sources = null) => SeedFolder.Read(Folder, BuiltIn, new SeedOptions(sources));

    public void Dispose() => copy.Delete(recursive: true);

    private static string Lines(Action<SeedLineWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new SeedLineWriter(stream, BuiltIn)) write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
