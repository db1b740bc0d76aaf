using CsrGraph.Model;
using CsrGraph.Query;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Cli.Output;

/// <summary>Writes down what a store knows of an entity, or of a document, at one head.</summary>
internal sealed class EntitySheets
{
    private readonly IGraphStore store;
    private readonly AsOf asOf;
    private readonly VocabularyDefinition vocabulary;
    private readonly ClaimSentences sentences;

    public EntitySheets(IGraphStore store, VocabularyDefinition vocabulary, AsOf asOf)
    {
        this.store = store;
        this.vocabulary = vocabulary;
        this.asOf = asOf;
        sentences = new ClaimSentences(vocabulary);
    }

    public async Task WriteAsync(Entity entity, TextWriter output, CancellationToken cancellation)
    {
        var by = entity.Id.IsDocument ? ClaimsBy.Document : ClaimsBy.End;
        var claims = await ClaimsAsync(by, entity, cancellation);
        if (entity.Id.IsDocument) claims = [.. claims.Concat(await ClaimsAsync(ClaimsBy.Subject, entity, cancellation)).DistinctBy(c => c.Id)];
        var evidence = await EvidenceAsync(claims, cancellation);
        var names = await NamesAsync(claims, cancellation);
        string NameOf(EntityId id) => names.GetValueOrDefault(id, id.Value);

        WriteHead(entity, output);
        foreach (var (claim, pieces) in claims.Zip(evidence))
        {
            output.WriteLine();
            output.WriteLine(sentences.Say(claim, NameOf, Tongue.En));
            foreach (var piece in pieces) output.WriteLine("    " + Words(piece));
        }

        output.WriteLine();
        output.WriteLine(claims.Count == 0 ? "No claim speaks of it." : Counted.Of(claims.Count, "claim"));
    }

    private static string Words(EvidenceRow row)
    {
        var (piece, document) = (row.Evidence, row.Document);
        var said = piece.Quote is null ? document.Name : $"“{piece.Quote}” — {document.Name}";
        var grade = piece.Grade == Grade.Inferred ? $" (inferred: {piece.Note})" : piece.Note is null ? "" : $" ({piece.Note})";
        return $"{said} [{document.Id}{(piece.Span is { } span ? $" {span}" : "")}]{grade}";
    }

    private void WriteHead(Entity entity, TextWriter output)
    {
        var kind = vocabulary.TryKind(entity.Kind, out var known) ? $"{known.Label.En} {known.Label.Zh}" : entity.Kind;
        output.WriteLine(entity.Name);
        output.WriteLine($"    {entity.Id}, {kind}{(entity.Category is { } category ? $", {Category(category)}" : "")}{(entity.Date is { } date ? $", {date}" : "")}");
        if (entity.Formerly.Count > 0) output.WriteLine($"    formerly {string.Join(", ", entity.Formerly)}");
        foreach (var name in entity.Names.Skip(1)) output.WriteLine($"    also {name.Text} ({Term("NAME_TYPE", name.Type)}, {name.Language}{(name.IsMatchable ? "" : ", shared by several")})");
        foreach (var (property, value) in entity.Properties) output.WriteLine($"    {property}: {value}");
    }

    private string Category(string category) => Term("CATEGORY", category);

    private string Term(string list, string id) =>
        vocabulary.TryTermList(list, out var terms) && terms.Terms.FirstOrDefault(t => t.Id == id) is { } term ? term.Label.En : id;

    private async Task<IReadOnlyList<Claim>> ClaimsAsync(ClaimsBy by, Entity entity, CancellationToken cancellation)
    {
        var request = new ClaimRequest { By = by, Anchors = [entity.Id.Value], Page = PageRequest.All };
        return [.. (await store.ClaimsAsync([request], asOf, cancellation))[0][0].Rows.Select(r => r.Claim)];
    }

    private async Task<IReadOnlyList<IReadOnlyList<EvidenceRow>>> EvidenceAsync(IReadOnlyList<Claim> claims, CancellationToken cancellation) =>
        claims.Count == 0 ? [] : (await store.EvidenceAsync([new EvidenceRequest([.. claims.Select(c => c.Id)])], asOf, cancellation))[0];

    private async Task<Dictionary<EntityId, string>> NamesAsync(IReadOnlyList<Claim> claims, CancellationToken cancellation)
    {
        var ids = claims.SelectMany(Mentioned).Distinct().ToList();
        if (ids.Count == 0) return [];
        var entities = await store.EntitiesAsync([.. ids.Select(i => i.Value)], asOf, cancellation);
        return ids.Zip(entities).Where(e => e.Second is not null).ToDictionary(e => e.First, e => e.Second!.Name);
    }

    private static IEnumerable<EntityId> Mentioned(Claim claim)
    {
        yield return claim.Subject;
        if (claim.Object is { } end) yield return end;
        foreach (var name in new[] { QualifierName.OnBehalfOf, QualifierName.About })
        {
            if (EntityId.TryParse(claim.Qualifiers[name], out var id)) yield return id;
        }
    }
}
