using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using CsrGraph.Query;
using CsrGraph.Store;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The type of any claim.</summary>
internal sealed class ClaimTypes(LeafTypes leaves, KindTypes kinds, SourceTypes sources, ClaimSentences sentences)
{
    /// <summary>The argument <c>lang</c> of a sentence.</summary>
    public ArgumentSpec SentenceLanguage => new("lang", leaves.Language.Required(), "The sentence's language.", Tongue.En);

    /// <summary>Makes the type, its fields to come.</summary>
    public ObjectGraphType Add(TypeRegistry registry, IGraphType changeSet)
    {
        var qualifier = registry.Object("Qualifier", "What a claim says beside its type and its ends.", type =>
        {
            FieldSpec.Of<KeyValuePair<string, string>>("name", leaves.Text.Required(), "Its name: title, act, printed …", q => q.Key).AddTo(type);
            FieldSpec.Of<KeyValuePair<string, string>>(
                "value", leaves.Text.Required(), "Its value as text: words, a term, an id, a number, true, or a date as JSON.", q => q.Value).AddTo(type);
        });
        return registry.Object("Claim", "What a source says: one statement with the words that bear it (论断).", type => Fill(type, qualifier, changeSet));
    }

    /// <summary>The field <c>claim</c> of a view, and its evidence.</summary>
    public IEnumerable<FieldSpec> Bearing(IGraphType claim) =>
        [FieldSpec.Of<ClaimAt>("claim", claim.Required(), "The claim.", c => c), sources.EvidenceField<ClaimAt>(c => (c.Claim, c.Scope))];

    private void Fill(ObjectGraphType type, IGraphType qualifier, IGraphType changeSet)
    {
        FieldSpec.Of<ClaimAt>("id", leaves.Id.Required(), "Computed from all that it says: the same statement has one id everywhere.", c => c.Claim.Id.ToString())
            .AddTo(type);
        FieldSpec.Of<ClaimAt>(
            "kind", leaves.Term("CLAIM_KIND").Required(), "What sort of claim it is.", c => LeafTypes.Capitals(c.Claim.Kind.ToString())).AddTo(type);
        FieldSpec.Of<ClaimAt>(
            "type", leaves.Text.Required(), "A relation type, a roster's or credit's role, FIGURE, ATTRIBUTE, ACTIVITY, FINDING or QUOTATION.", c => c.Claim.Type)
            .AddTo(type);
        FieldSpec.Of<ClaimAt>(
            "subject", kinds.Entity, "Whom or what it speaks of; null for a credit, whose subject is its document.",
            c => c.Claim.Kind == ClaimKind.Credit ? null : c.Scope.Entity(c.Claim.Subject.Value)).AddTo(type);
        FieldSpec.Of<ClaimAt>("object", kinds.Entity, "The other end, where it has one.", c => c.Scope.Entity(c.Claim.Object?.Value)).AddTo(type);
        FieldSpec.Of<ClaimAt>(
            "document", kinds.Of(Vocabulary.KindDefinition.Document), "The document that a credit is of; else null.",
            c => c.Claim.Kind == ClaimKind.Credit ? c.Scope.Entity(c.Claim.Subject.Value) : null).AddTo(type);
        FieldSpec.Of<ClaimAt>("qualifiers", qualifier.RequiredMany(), "What else it says, by name.", c => c.Claim.Qualifiers.ToArray()).AddTo(type);
        FieldSpec.Of<ClaimAt>("when", sources.PartialDate, "The date that the text gives it by itself.", c => c.Claim.When).AddTo(type);
        FieldSpec.Of<ClaimAt>(
            "certainty", leaves.Term("CERTAINTY").Required(), "Whether the text settles it.", c => c.Claim.Qualifiers[QualifierName.Certainty] ?? "CERTAIN")
            .AddTo(type);
        new FieldSpec("sentence", leaves.Text, "What it reads as.", Sentence, SentenceLanguage).AddTo(type);
        sources.EvidenceField<ClaimAt>(c => (c.Claim, c.Scope)).AddTo(type);
        FieldSpec.Asking<ClaimAt>("addedIn", leaves.Int, "The number of the change-set since which it stands.", c => OfRow(c, row => (object?)row.AddedIn)).AddTo(type);
        FieldSpec.Asking<ClaimAt>(
            "retractedIn", leaves.Int, "The number of the change-set since which it stands no more.", c => OfRow(c, row => row.RetractedIn)).AddTo(type);
        FieldSpec.Of<ClaimAt>(
            "changeSet", changeSet, "The change-set since which it stands.",
            c => OfRow(c, row => c.Scope.ChangeSets(new ChangeSetRequest(1, row.AddedIn), found => found.Count == 0 ? null : new ChangeSetAt(found[0], c.Scope))))
            .AddTo(type);
    }

    private Together Sentence(IResolveFieldContext context)
    {
        var source = (ClaimAt)context.Source!;
        var (claim, language) = (source.Claim, (Tongue)context.Value("lang")!);
        string?[] ids = [claim.Subject.Value, claim.Object?.Value, claim.Qualifiers[QualifierName.OnBehalfOf]];
        string[] named = [.. ids.OfType<string>().Distinct()];
        return new Together([.. named.Select(id => Name(source.Scope, id))], names => sentences.Say(
            claim, id => names[Array.IndexOf(named, id.Value)] as string ?? id.Value, language));
    }

    private static IDataLoaderResult Name(Scope scope, string id) => scope.Entity(id, entity => entity?.Name);

    // A claim that was met on an edge came without its interval.
    private static object? OfRow(ClaimAt source, Func<ClaimRow, object?> read) => source.Row is { } row
        ? read(row)
        : source.Scope.Claims(
            new Shape<ClaimRequest>("by id", new ClaimRequest { By = ClaimsBy.Id, Page = PageRequest.All, WithRetracted = true }),
            source.Claim.Id.ToString(),
            page => page.Rows.Count == 0 ? null : read(page.Rows[0]));
}
