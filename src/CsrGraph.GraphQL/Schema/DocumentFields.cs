using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The fields of documents, and the field of entities that asks for theirs.</summary>
internal sealed class DocumentFields(
    LeafTypes leaves, KindTypes kinds, SourceTypes sources, ClaimFields claims, ViewTypes views, FilterTypes filters, SortTypes sorts, ConnectionTypes connections)
{
    // Of an entity's documents the store looks at no relation.
    private static readonly RelationKey Unseen = new("", RelationEnd.Either);

    private readonly ObjectGraphType document = kinds.Of(KindDefinition.Document);

    /// <summary>The documents that speak of an entity.</summary>
    public FieldSpec OfEntity => field ??= MakeOfEntity();

    /// <summary>Adds a document's own fields.</summary>
    public void AddTo(ObjectGraphType type)
    {
        FieldSpec.Of<EntityAt>("title", leaves.Text.Required(), "Its title.", d => d.Entity.Name).Lightly().AddTo(type);
        FieldSpec.Of<EntityAt>(
            "publisher", kinds.Interface(KindDefinition.Agent), "Who published it.", d => d.Scope.Entity(d.Entity.Properties[DocumentProperty.Publisher])).AddTo(type);
        FieldSpec.Of<EntityAt>("published", sources.PartialDate, "The day of publication.", d => d.Entity.Date).Lightly().AddTo(type);
        FieldSpec.Of<EntityAt>("retrieved", leaves.Date, "The day on which the copy was taken.", d =>
            d.Entity.Properties[DocumentProperty.Retrieved] is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd") : null).AddTo(type);
        Property(type, "language", DocumentProperty.Language, "The language of the raw text, a BCP 47 tag.");
        Property(type, "licence", DocumentProperty.Licence, "What may be done with it.");
        Property(type, "sha256", DocumentProperty.Sha256, "The SHA-256 of the raw text's bytes.");
        Property(type, "url", DocumentProperty.Url, "Its address.");
        FieldSpec.Of<EntityAt>(
            "column", kinds.Interface(KindDefinition.Initiative), "The column that it stood in.", d => d.Scope.Entity(d.Entity.Properties[DocumentProperty.Column])).AddTo(type);
        FieldSpec.Of<EntityAt>(
            "copiedFrom", document, "The document that it was copied from.", d => d.Scope.Entity(d.Entity.Properties[DocumentProperty.CopiedFrom])).AddTo(type);
        claims.List("credits", views.Credit, "Who made it, as printed.", new ClaimFilter.KindIn([ClaimKind.Credit])).AddTo(type);
        claims.Connection<EntityAt>(
            "claims", "The claims that its words bear, as printed.",
            new ClaimRequest { By = ClaimsBy.Document, Sort = SortTerm.Printed, Page = PageRequest.All }, d => (d.Entity.Id.Value, d.Scope)).AddTo(type);
    }

    private FieldSpec MakeOfEntity()
    {
        var (type, over) = kinds.Narrowest([KindDefinition.Document]);
        var (filter, sort) = (filters.Of(type, over), sorts.Of(type, over));
        return new FieldSpec(
            "documents",
            connections.Of("documents", type, "documents"),
            "The documents whose words bear a claim that has it at one end.",
            context =>
            {
                var source = (EntityAt)context.Source!;
                var (scope, request) = (source.Scope, source.Scope.Request);
                var (paging, shape) = request.ShapeOf(context.FieldDefinition, context.FieldAst, scope.AsOf, () =>
                {
                    var wants = Selection.WantsOf(context, request);
                    var asked = Paging.Read(context, scope, "documents of", wants);
                    return Tuple.Create(asked, new Shape<RelationRequest>(asked.Key, new RelationRequest
                    {
                        Of = RelationAnchors.DocumentsOf,
                        Anchors = [],
                        Relation = Unseen,
                        Far = context.Value("filter") is { } given ? filter.Read(given) : null,
                        Sort = sort.Read(context.Value("sort"), SortTerm.Entities),
                        Page = asked.Page,
                        WantsTotals = asked.WantsTotals,
                        Aggregates = wants.Aggregates(),
                        FarParts = wants.Parts(),
                    }));
                });
                return paging.Scope.Relations(shape, source.Entity.Id.Value, page => RelationFields.Connect(page, paging));
            },
            connections.FilteredArguments(filter, sort)).Lightly();
    }

    private void Property(ObjectGraphType type, string name, string property, string description) =>
        FieldSpec.Of<EntityAt>(name, leaves.Text, description, d => d.Entity.Properties[property]).AddTo(type);
}
