using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using CsrGraph.Query;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The fields of entities and of the interfaces over them.</summary>
internal sealed class EntityTypes(
    LeafTypes leaves,
    KindTypes kinds,
    VocabularyDefinition vocabulary,
    SourceTypes sources,
    RelationFields relations,
    ClaimFields claims,
    ViewTypes views,
    RosterTypes rosters,
    DocumentFields documents)
{
    private FieldSpec Id => field ??= FieldSpec.Of<EntityAt>(
        "id", leaves.Id.Required(), "Its id, readable and stable. An id that was merged into another answers with the new one.", e => e.Entity.Id.Value).Lightly();

    /// <summary>Fills every kind and interface, then ties them together, which checks the fields at once.</summary>
    public void Fill(ObjectGraphType claim)
    {
        Id.AddTo(kinds.Node);
        FieldSpec[] ofEntities = [Id, .. EntityFields()];
        FieldSpec[] ofInitiatives = [.. InitiativeFields(), .. rosters.Fields];
        foreach (var (type, over) in kinds.Interfaces)
        {
            foreach (var field in ofEntities) field.AddTo(type);
            if (over.All(k => k.Interface == KindDefinition.Initiative)) Each(ofInitiatives, type);
            Each(relations.Common(over), type);
        }

        foreach (var kind in vocabulary.EntityKinds)
        {
            var type = kinds.Of(kind.Id);
            Each(ofEntities, type);
            if (FilterTypes.HasCategory(kind))
            {
                FieldSpec.Of<EntityAt>("category", leaves.Term(FilterTypes.CategoryList), "What sort of body it is (机构类别).", e => e.Entity.Category).Lightly()
                    .AddTo(type);
            }

            if (kind.Interface == KindDefinition.Initiative) Each(ofInitiatives, type);
            Each(relations.Of(kind), type);
        }

        var document = kinds.Of(KindDefinition.Document);
        Id.AddTo(document);
        documents.AddTo(document);
        Tie(claim, document);
    }

    private void Tie(ObjectGraphType claim, ObjectGraphType document)
    {
        foreach (var (type, over) in kinds.Interfaces)
        {
            if (type != kinds.Entity) Implement(type, kinds.Entity);
            Implement(type, kinds.Node);
            foreach (var kind in over) Implement(kinds.Of(kind.Id), type);
        }

        foreach (var type in vocabulary.EntityKinds.Select(k => kinds.Of(k.Id)).Append(document).Append(claim)) Implement(type, kinds.Node);
    }

    private static void Implement(ObjectGraphType type, InterfaceGraphType implemented)
    {
        type.AddResolvedInterface(implemented);
        implemented.AddPossibleType(type);
    }

    private static void Implement(InterfaceGraphType type, InterfaceGraphType implemented) => type.AddResolvedInterface(implemented);

    private static void Each(IEnumerable<FieldSpec> fields, IComplexGraphType type)
    {
        foreach (var field in fields) field.AddTo(type);
    }

    private IEnumerable<FieldSpec> EntityFields()
    {
        yield return FieldSpec.Of<EntityAt>("kind", leaves.EntityKind.Required(), "Its kind.", e => e.Entity.Kind).Lightly();
        yield return new FieldSpec(
            "name",
            leaves.Text.Required(),
            "The name that is shown.",
            context => EntityNames.In(((EntityAt)context.Source!).Entity, context.Value("lang") as Tongue?),
            new ArgumentSpec("lang", leaves.Language, "The first name in this language; where there is none, the shown one."))
        {
            Reads = Reads.HeadingUnlessArgued,
            Read = source => ((EntityAt)source).Entity.Name,
        };
        yield return FieldSpec.Of<EntityAt>(
            "names", sources.Name.RequiredMany(), "All its names, the shown one first.", e => e.Entity.Names.Select(n => new NameAt(n, e.Scope)).ToArray());
        yield return FieldSpec.Of<EntityAt>(
            "formerIds", leaves.Id.RequiredMany(), "Ids that were merged into it.", e => e.Entity.Formerly.Select(i => i.Value).ToArray());
        yield return claims.Connection<EntityAt>(
            "claims", "The claims that have it at one end.", new ClaimRequest { By = ClaimsBy.End, Page = PageRequest.All }, Anchor);
        yield return documents.OfEntity;
        yield return claims.List("figures", views.Figure, "The numbers that are given of it, as printed.", ViewTypes.Of(StatementType.Figure));
        yield return claims.List("attributes", views.Attribute, "Its properties, as printed.", ViewTypes.Of(StatementType.Attribute));
        yield return claims.List("activities", views.Activity, "What it does, did or plans, as printed.", ViewTypes.Of(StatementType.Activity));
        yield return claims.List("findings", views.Finding, "What it finds, recommends or commits to, as printed.", ViewTypes.Of(StatementType.Finding));
        yield return claims.List("quotations", views.Quotation, "What it said, as printed.", ViewTypes.Of(StatementType.Quotation));
        yield return claims.Connection<EntityAt>(
            "history", "Every claim that has or ever had it at one end, with the change-sets that added and retracted it.",
            new ClaimRequest { By = ClaimsBy.End, Page = PageRequest.All, WithRetracted = true }, Anchor);
    }

    private IEnumerable<FieldSpec> InitiativeFields()
    {
        yield return FieldSpec.Of<EntityAt>("date", sources.PartialDate, "The best supported of its dates.", e => e.Entity.Date).Lightly();
        yield return claims.List("dates", views.Attribute, "All its dates, each with its evidence.", ViewTypes.Dates);
        yield return FieldSpec.Asking<EntityAt>("lifeState", leaves.Term("LIFE_STATE"), "How far it has come, by the latest that is said.", e => e.Scope.Claims(
            LifeState, e.Entity.Id.Value, page => page.Rows.Count == 0 ? null : page.Rows[0].Claim.Qualifiers[QualifierName.Text])).Lightly();
    }

    private static readonly Shape<ClaimRequest> LifeState = new("life state", new ClaimRequest
    {
        By = ClaimsBy.Subject,
        Filter = ViewTypes.Attributes(["LIFE_STATE"]),
        Sort = [new SortTerm(SortBy.When, Descending: true), new SortTerm(SortBy.Rank, Descending: true)],
        Page = new PageRequest(1),
    });

    private static (string Anchor, Scope Scope) Anchor(EntityAt source) => (source.Entity.Id.Value, source.Scope);
}
