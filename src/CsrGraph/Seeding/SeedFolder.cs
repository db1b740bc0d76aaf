using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Seeding.Compact;
using CsrGraph.Seeding.Reading;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding;

/// <summary>Reads and checks a folder of seeds.</summary>
public sealed class SeedFolder
{
    private readonly ProblemList problems = new();
    private readonly string folder;
    private readonly SeedFiles files;
    private readonly SeedLayout? layout;
    private readonly SourceTexts? sources;
    private readonly DocumentLines inLines;
    private readonly TextHashes hashes = new();
    private readonly SeedContext context;

    private SeedFolder(string folder, VocabularyDefinition vocabulary, SeedOptions options, IdTable ids)
    {
        this.folder = folder;
        layout = SeedLayout.Of(folder, problems);
        files = new SeedFiles(folder, problems);
        sources = SourceTexts.Open(options.Sources, problems);
        inLines = new DocumentLines(ids);
        if (Has(SeedLayout.DocumentLines)) inLines.Read(new LineFile(layout!.Lines[SeedLayout.DocumentLines], problems).Nodes(), layout.Documents);
        context = new SeedContext(vocabulary, ids, layout?.Documents ?? [], inLines);
    }

    /// <summary>
    /// Reads all of a folder and reports everything that is wrong with it at once (of the files with one object a line, the first thousand problems).
    /// Never throws for what stands in the folder, however broken.
    /// </summary>
    /// <param name="folder">The folder with <c>entities/</c> and <c>documents/</c>, or <c>entities.ndjson</c> and its like; or one file <c>*.jsonl</c> that has all of it.</param>
    /// <param name="vocabulary">What may be said.</param>
    /// <param name="options">Where the raw texts are, if they are at hand.</param>
    public static SeedReading Read(string folder, VocabularyDefinition vocabulary, SeedOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var documents = new List<SeedDocument>();
        var summary = Stream(folder, vocabulary, options ?? new SeedOptions(), new IdTable(), documents.Add);
        return summary.Entities is { } entities
            ? new SeedReading(new SeedGraph([.. entities.All.Select(e => e.ToEntity())], [.. documents.OrderBy(d => d.Record.Id)], summary.Hash), [])
            : new SeedReading(null, summary.Problems);
    }

    /// <summary>Reads and checks a folder of any size, for what it comes to; what it says is let go.</summary>
    public static SeedSummary Check(string folder, VocabularyDefinition vocabulary, SeedOptions options, WorkProgress? progress = null, CancellationToken cancellation = default) =>
        Stream(folder, vocabulary, options, new IdTable(), _ => { }, progress, cancellation).Summary;

    /// <summary>True where a folder has files with one object a line, which may be too large to be held in memory.</summary>
    public static bool IsBulk(string folder) => SeedLayout.Of(folder, new ProblemList()) is { Lines.Count: > 0 };

    /// <summary>The hash that the graph of this folder would have, without looking at what its files say; null where there is nothing to read.</summary>
    public static string? Hash(string folder)
    {
        var problems = new ProblemList();
        if (SeedLayout.Of(folder, problems) is not { } layout) return null;
        var files = new SeedFiles(folder, problems);
        foreach (var file in layout.Files) files.Hash(file);
        foreach (var (name, part) in layout.Lines) files.Hash(name, part);
        return files.Hash();
    }

    /// <summary>
    /// Reads a folder, holding one document at a time apart from the entities, and hands on each document as long as nothing is wrong: those of YAML
    /// by id, then those of documents.ndjson in their order.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="vocabulary">What may be said.</param>
    /// <param name="options">Where the raw texts are, if they are at hand.</param>
    /// <param name="ids">The folder's ids are added here.</param>
    /// <param name="each">Takes a document.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static SeedStream Stream(
        string folder,
        VocabularyDefinition vocabulary,
        SeedOptions options,
        IdTable ids,
        Action<SeedDocument> each,
        WorkProgress? progress = null,
        CancellationToken cancellation = default)
    {
        progress?.Begin($"reading {folder}", Size(folder));
        return new SeedFolder(folder, vocabulary, options, ids).Read(each, progress, cancellation);
    }

    private static long? Size(string folder) => SeedLayout.Of(folder, new ProblemList()) is { Lines: { Count: > 0 } lines }
        ? lines.Values.Sum(part => part.Size)
        : null;

    private SeedStream Read(Action<SeedDocument> each, WorkProgress? progress, CancellationToken cancellation)
    {
        var (documents, claims) = (0, 0L);
        if (layout is null) return new SeedStream(null, "", 0, 0, problems.InOrder());
        ReadEntities(progress, cancellation);
        var names = context.Entities.Evidenced.ToLookup(n => n.Origin!.Document!.Value);

        var drafts = Documents(layout.Documents);
        foreach (var id in layout.Documents)
        {
            cancellation.ThrowIfCancellationRequested();
            HandOn(Document(id, drafts.GetValueOrDefault(id), names[id], Yaml(SeedLayout.ClaimsFile(id))?.Items(), true));
        }

        ReadLines(names, HandOn, progress, cancellation);
        context.Entities.CheckUnusedLookAlikes();
        if (problems.IsFull) problems.Add(folder, $"there are {ProblemList.Enough} problems or more", "mend these and check again; the rest was not looked at");
        return problems.Count > 0
            ? new SeedStream(null, "", documents, claims, problems.InOrder())
            : new SeedStream(context.Entities, files.Hash(), documents, claims, []);

        void HandOn(SeedDocument? document)
        {
            if (document is null || problems.Count > 0) return;
            documents++;
            claims += document.Claims.Count;
            progress?.Count(document.Claims.Count);
            each(document);
        }
    }

    private void ReadEntities(WorkProgress? progress, CancellationToken cancellation)
    {
        var reader = new EntityFileReader(context);
        foreach (var file in layout!.EntityFiles)
        {
            if (Yaml(file) is { } root) reader.Read(root);
            else context.Entities.IsIncomplete = true;
        }

        if (Has(SeedLayout.EntityLines))
        {
            foreach (var line in Lines(SeedLayout.EntityLines, progress))
            {
                cancellation.ThrowIfCancellationRequested();
                if (line?.Mapping() is { } entity) reader.Read(entity);
                else context.Entities.IsIncomplete = true;
            }
        }

        context.Entities.CheckRedirects();
    }

    private Dictionary<EntityId, DocumentDraft> Documents(IReadOnlyList<EntityId> ids)
    {
        var reader = new DocumentFileReader(context);
        var drafts = new Dictionary<EntityId, DocumentDraft>();
        foreach (var id in ids)
        {
            if (Yaml(SeedLayout.DocumentFile(id)) is not { } root || reader.Read(id, root) is not { } draft) continue;
            drafts.Add(id, draft);
            CheckHash(draft);
        }

        return drafts;
    }

    // Documents and claims side by side, so that neither is held as a whole.
    private void ReadLines(ILookup<EntityId, NameDraft> names, Action<SeedDocument?> handOn, WorkProgress? progress, CancellationToken cancellation)
    {
        var reader = new DocumentFileReader(context);
        var claimLines = Has(SeedLayout.ClaimLines) ? ReadAhead.Of(Lines(SeedLayout.ClaimLines, progress)) : [];
        using var claims = new ClaimLines(claimLines, inLines, context);
        if (Has(SeedLayout.DocumentLines))
        {
            foreach (var line in Lines(SeedLayout.DocumentLines, progress))
            {
                cancellation.ThrowIfCancellationRequested();
                if (line is not YamlMapping item || !EntityId.TryParse((item.Optional("id") as YamlScalar)?.Value, out var id) || !id.IsDocument) continue;
                if (inLines[id] != item.Line) continue;
                var draft = reader.Read(id, item);
                if (draft is not null) CheckHash(draft);
                var (its, isComplete) = claims.Take(id, item.Line);
                handOn(Document(id, draft, names[id], its, isComplete));
            }
        }

        claims.End();
    }

    private void CheckHash(DocumentDraft draft)
    {
        if (draft.Sha256 is null) return;
        var node = draft.Sha256Node;
        if (hashes.Note(draft.Sha256, node.File, node.Line) is not var (file, line)) return;
        node.Refuse($"{(Has(SeedLayout.DocumentLines) && file == layout!.Lines[SeedLayout.DocumentLines].Name ? $"{file}:{line}" : file)} has the same SHA-256", "keep one document for one text");
    }

    private SeedDocument? Document(EntityId id, DocumentDraft? draft, IEnumerable<NameDraft> names, IReadOnlyList<YamlNode>? items, bool isComplete)
    {
        var text = draft?.Sha256 is null ? null : sources?.Find(draft.Sha256, draft.Sha256Node);
        foreach (var name in names) NameEvidence.Prove(name, text);
        context.Entities.Named.Clear();
        if (items is null) return null;
        var claims = new ClaimFileReader(new ClaimContext(context, id, text)).Read(items, isComplete);
        Assert(draft?.Claims, items.Count, "claims");
        Assert(draft?.Entities, context.Entities.Named.Count, "entities that its claims name");
        return draft is null ? null : new SeedDocument(draft.Record, claims);
    }

    private static void Assert((int Least, YamlNode Place)? assertion, int found, string what)
    {
        if (assertion is not ({ } least, { } place) || found >= least) return;
        place.Refuse($"at least {least} {what} are asserted, and there are {found}", "find what is lost, or lower the number if fewer are meant");
    }

    private bool Has(string name) => layout?.Lines.ContainsKey(name) == true;

    private IEnumerable<YamlNode?> Lines(string name, WorkProgress? progress)
    {
        var file = new LineFile(layout!.Lines[name], problems);
        foreach (var node in file.Nodes(bytes => progress?.Advance(bytes))) yield return node;
        if (file.Digest is { } digest) files.Note(name, digest);
    }

    private YamlNode? Yaml(string file) => files.Read(file) is { } text ? YamlFile.Read(file, text, problems.Add) : null;
}
