using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Seeding.Reading;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding;

/// <summary>Reads and checks a folder of seeds.</summary>
public sealed class SeedFolder
{
    private readonly ProblemList problems = new();
    private readonly SeedFiles files;
    private readonly SeedContext context;
    private readonly SeedLayout? layout;
    private readonly SourceTexts? sources;

    private SeedFolder(string folder, VocabularyDefinition vocabulary, SeedOptions options)
    {
        layout = SeedLayout.Of(folder, problems);
        files = new SeedFiles(folder, problems);
        context = new SeedContext(vocabulary, layout?.Documents ?? []);
        sources = SourceTexts.Open(options.Sources, problems);
    }

    /// <summary>
    /// Reads all of a folder and reports everything that is wrong with it at once. Holds one file at a time, apart from the entities. Never
    /// throws for what stands in the folder, however broken.
    /// </summary>
    /// <param name="folder">The folder with <c>entities/</c> and <c>documents/</c>.</param>
    /// <param name="vocabulary">What may be said.</param>
    /// <param name="options">Where the raw texts are, if they are at hand.</param>
    public static SeedReading Read(string folder, VocabularyDefinition vocabulary, SeedOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new SeedFolder(folder, vocabulary, options ?? new SeedOptions()).Read();
    }

    private SeedReading Read()
    {
        if (layout is null) return new SeedReading(null, problems.InOrder());
        var entityReader = new EntityFileReader(context);
        foreach (var file in layout.EntityFiles)
        {
            if (Yaml(file) is { } root) entityReader.Read(root);
        }

        context.Entities.CheckRedirects();
        var drafts = Documents(layout.Documents);
        var names = context.Entities.All.SelectMany(e => e.Names).Where(n => n.Document is not null).ToLookup(n => n.Document!.Value);
        var documents = layout.Documents.Select(id => Document(id, drafts.GetValueOrDefault(id), names[id])).ToList();
        context.Entities.CheckUnusedLookAlikes();
        return problems.Count > 0
            ? new SeedReading(null, problems.InOrder())
            : new SeedReading(new SeedGraph([.. context.Entities.All.Select(e => e.ToEntity())], [.. documents.OfType<SeedDocument>()], files.Hash()), []);
    }

    private Dictionary<EntityId, DocumentDraft> Documents(IReadOnlyList<EntityId> ids)
    {
        var reader = new DocumentFileReader(context);
        var drafts = new Dictionary<EntityId, DocumentDraft>();
        var hashes = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (Yaml(SeedLayout.DocumentFile(id)) is not { } root || reader.Read(id, root) is not { } draft) continue;
            drafts.Add(id, draft);
            if (draft.Sha256 is not null && !hashes.TryAdd(draft.Sha256, draft.Sha256Node))
            {
                draft.Sha256Node.Refuse($"{hashes[draft.Sha256].File} has the same SHA-256", "keep one document for one text");
            }
        }

        return drafts;
    }

    private SeedDocument? Document(EntityId id, DocumentDraft? draft, IEnumerable<NameDraft> names)
    {
        var text = draft?.Sha256 is null ? null : sources?.Find(draft.Sha256, draft.Sha256Node);
        foreach (var name in names) NameEvidence.Prove(name, text);
        context.Entities.Named.Clear();
        if (Yaml(SeedLayout.ClaimsFile(id)) is not { } root) return null;
        var (claims, count) = new ClaimFileReader(new ClaimContext(context, id, text)).Read(root);
        Assert(draft?.Claims, count, "claims");
        Assert(draft?.Entities, context.Entities.Named.Count, "entities that its claims name");
        return draft is null ? null : new SeedDocument(draft.Record, claims);
    }

    private static void Assert((int Least, YamlNode Place)? assertion, int found, string what)
    {
        if (assertion is not ({ } least, { } place) || found >= least) return;
        place.Refuse($"at least {least} {what} are asserted, and there are {found}", "find what is lost, or lower the number if fewer are meant");
    }

    private YamlNode? Yaml(string file) => files.Read(file) is { } text ? YamlFile.Read(file, text, problems.Add) : null;
}
