using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using CsrGraph.Query;
using CsrGraph.Query.Citing;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL.DataLoader;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The root's way to citations.</summary>
internal sealed class CiteField(LeafTypes leaves, VocabularyDefinition vocabulary, ClaimTypes claims)
{
    // Of a claim: the claim, its words and their documents; of a document: its credits and whom they name.
    private const int Objects = 50;
    private const int Pieces = 20;

    private readonly ClaimSentences sentences = new(vocabulary);

    public FieldSpec Make()
    {
        var style = leaves.Enum("CitationStyle", "A form in which citations are written (引用格式).");
        style.Add("BIBTEX", CitationStyle.BibTeX, "BibTeX.");
        style.Add("CSL_JSON", CitationStyle.CslJson, "CSL-JSON, the data of citation processors: an array with one item.");
        style.Add("TEXT", CitationStyle.Text, "A line for readers.");
        return new FieldSpec(
            "cite",
            leaves.Text,
            "How a document, a claim or an entity is cited (引用); null for an unknown id. A claim's and an entity's citation names the state, under which asOf(knownAt:) shows the same again.",
            context =>
            {
                var (scope, id) = (((Root)context.Source!).Scope, FilterLogic.AsText(context.Value("id")!));
                var written = (CitationStyle)context.Value("style")!;
                if (ClaimId.TryParse(id, out var claim)) return OfClaim(scope, claim, (Tongue)context.Value("lang")!, written);
                if (!EntityId.TryParse(id, out _)) throw ApiError.Input($"'{id}' is not an id: {EntityId.Rule}");
                return OfEntity(scope, id, written);
            },
            new ArgumentSpec("id", leaves.Id.Required(), "The id."),
            new ArgumentSpec("style", style.Required(), "In which form.", CitationStyle.Text),
            claims.SentenceLanguage)
        {
            Price = Objects,
        };
    }

    private static IDataLoaderResult LastOf(Scope scope) =>
        scope.ChangeSets(new ChangeSetRequest(1, UpTo: scope.AsOf.Head), found => found.Count == 0 ? null : found[0]);

    private static Together OfEntity(Scope scope, string id, CitationStyle style) => new([scope.Entity(id, entity => entity), LastOf(scope)], found => found[0] switch
    {
        null => null,
        Entity { Kind: KindDefinition.Document } document => OfDocument(scope, document, style),
        var entity => Of((Entity)entity, (ChangeSet?)found[1]).In(style),
    });

    private static Citation Of(Entity entity, ChangeSet? last) =>
        new(entity.Id.Value, CitedType.Entity, entity.Name, [], null, null, null, null, [], last?.Number ?? 0, last?.At);

    // A document is the same in every state that has it.
    private static Together OfDocument(Scope scope, Entity document, CitationStyle style)
    {
        var written = new ClaimFilter.All([new ClaimFilter.KindIn([ClaimKind.Credit]), new ClaimFilter.TypeIn(["AUTHOR", "REPORTER", "BYLINE"])]);
        var credits = new ClaimRequest { By = ClaimsBy.Subject, Filter = written, Sort = SortTerm.Printed, Page = new PageRequest(Pieces) };
        return new Together([scope.Claims(new Shape<ClaimRequest>("cited credits", credits), document.Id.Value, page => page.Rows.Select(r => r.Claim).ToList())], found =>
        {
            var its = (List<Claim>)found[0]!;
            var p = document.Properties;
            string[] named = [.. its.Select(c => c.Object?.Value).Append(p[DocumentProperty.Publisher]).OfType<string>().Distinct()];
            return new Together([.. named.Select(n => scope.Entity(n, entity => entity?.Name ?? n))], names =>
            {
                string? NameOf(string? id) => id is null ? null : (string)names[Array.IndexOf(named, id)]!;
                var authors = its.Select(c => NameOf(c.Object?.Value) ?? c.Qualifiers[QualifierName.Printed]).OfType<string>().Distinct().ToList();
                return new Citation(
                    document.Id.Value,
                    CitedType.Document,
                    document.Name,
                    authors,
                    NameOf(p[DocumentProperty.Publisher]),
                    document.Date,
                    p[DocumentProperty.Url],
                    p[DocumentProperty.Retrieved],
                    p[DocumentProperty.Licence] is { } licence ? [licence] : [],
                    scope.AsOf.Head,
                    null).In(style);
            });
        });
    }

    private Together OfClaim(Scope scope, ClaimId id, Tongue language, CitationStyle style)
    {
        var one = new ClaimRequest { By = ClaimsBy.Id, Page = PageRequest.All };
        var claim = scope.Claims(new Shape<ClaimRequest>("cited claim", one), id.ToString(), page => page.Rows.Count == 0 ? null : page.Rows[0].Claim);
        return new Together([claim, scope.Evidence(id, Pieces, rows => rows), LastOf(scope)], found =>
        {
            if (found[0] is not Claim said) return null;
            var (pieces, last) = ((IReadOnlyList<EvidenceRow>)found[1]!, (ChangeSet?)found[2]);
            var publishers = pieces.Select(r => r.Document.Properties[DocumentProperty.Publisher]).OfType<string>().Distinct().ToList();
            string[] named = [.. Ends(said).Concat(publishers).Distinct()];
            return new Together([.. named.Select(n => scope.Entity(n, entity => entity?.Name ?? n))], names =>
            {
                string NameOf(string name) => (string)names[Array.IndexOf(named, name)]!;
                return new Citation(
                    id.ToString(),
                    CitedType.Claim,
                    sentences.Say(said, end => NameOf(end.Value), language),
                    [.. publishers.Select(NameOf)],
                    null,
                    pieces.Select(r => r.Document.Date).FirstOrDefault(d => d?.Earliest is not null),
                    null,
                    null,
                    [.. pieces.Select(r => r.Evidence.Quote is { } quote ? $"“{quote}” ({r.Document.Name})" : $"{r.Evidence.Note} ({r.Document.Name})")],
                    last?.Number ?? 0,
                    last?.At).In(style);
            });
        });
    }

    private static IEnumerable<string> Ends(Claim claim) =>
        new[] { claim.Subject.Value, claim.Object?.Value, claim.Qualifiers[QualifierName.OnBehalfOf] }.OfType<string>();
}
