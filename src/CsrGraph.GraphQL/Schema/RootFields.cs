using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The root's ways to entities, documents and claims.</summary>
internal sealed class RootFields(
    LeafTypes leaves,
    KindTypes kinds,
    VocabularyDefinition vocabulary,
    FilterTypes filters,
    SortTypes sorts,
    ConnectionTypes connections,
    ClaimFields claims)
{
    /// <summary>Adds the fields.</summary>
    public void AddTo(ObjectGraphType query)
    {
        foreach (var kind in vocabulary.Kinds)
        {
            Singular(kind).AddTo(query);
            Plural(kind.Plural, kinds.Of(kind.Id), [kind], LeafTypes.Words(kind.Label, $"All of the kind {kind.TypeName}.")).AddTo(query);
        }

        Plural("entities", kinds.Entity, vocabulary.EntityKinds, "Entities of every kind (实体).").AddTo(query);
        claims.Connection<Root>(
            "claims", "All claims (论断).", new ClaimRequest { By = ClaimsBy.All, Page = PageRequest.All }, root => (Seams.Whole, root.Scope)).AddTo(query);
        new FieldSpec("node", kinds.Node, "An entity, document or claim by its id; null for an unknown one.", context =>
            Node(((Root)context.Source!).Scope, context.Value("id")!), IdArgument("The id.")).AddTo(query);
        new FieldSpec(
            "nodes", new NonNullGraphType(new ListGraphType(kinds.Node)), "Entities, documents and claims by their ids, in that order; null for an unknown one.",
            context =>
            {
                var (scope, ids) = (((Root)context.Source!).Scope, FilterLogic.Texts(context.Value("ids")!));
                if (ids.Count > ArgumentReading.MaxPage) throw ApiError.Input($"'ids' has {ids.Count}; it may have {ArgumentReading.MaxPage}");
                return ids.Select(i => Node(scope, i)).ToArray();
            },
            new ArgumentSpec("ids", leaves.Id.RequiredMany(), "The ids, at most 100.")).AddTo(query);
    }

    private ArgumentSpec IdArgument(string description) => new("id", leaves.Id.Required(), description);

    private FieldSpec Singular(KindDefinition kind) => new(
        kind.Singular,
        kinds.Of(kind.Id),
        $"{LeafTypes.Words(kind.Label, $"The {kind.TypeName} of this id.")} Null for an unknown one; a merged id gives what it became.",
        context =>
        {
            var (scope, id) = (((Root)context.Source!).Scope, FilterLogic.AsText(context.Value("id")!));
            if (!EntityId.TryParse(id, out _)) return null;
            return scope.Entity(id, entity => entity is null || entity.Kind == kind.Id
                ? entity is null ? null : new EntityAt(entity, scope)
                : throw ApiError.Input($"'{id}' is of the kind {entity.Kind}, not {kind.Id}"));
        },
        IdArgument(kind.Prefix is null ? "Its id, a slug." : $"Its id, {kind.Prefix}:…"));

    private FieldSpec Plural(string name, IGraphType node, IReadOnlyList<KindDefinition> over, string description)
    {
        var (filter, sort) = (filters.Of(node, over), sorts.Of(node, over));
        string[] among = [.. over.Select(k => k.Id)];
        return new FieldSpec(
            name,
            connections.Of(name, node, $"what stands under '{name}'"),
            description,
            context =>
            {
                var scope = ((Root)context.Source!).Scope;
                var wants = Selection.WantsOf(context, scope.Request);
                var asked = Paging.Read(context, scope, $"find {name}", wants);
                var shape = new Shape<FindRequest>(asked.Key, new FindRequest
                {
                    Kinds = among,
                    Filter = context.Value("filter") is { } given ? filter.Read(given) : null,
                    Sort = sort.Read(context.Value("sort"), SortTerm.Entities),
                    Page = asked.Page,
                    WantsTotal = asked.WantsTotals,
                    Aggregates = wants.Aggregates(),
                    Parts = wants.Parts(),
                    WantsPlaces = wants.HasFlag(Wants.Places),
                    Ahead = LookingAhead.Of(context, asked.Scope),
                });
                return asked.Scope.Find(shape, page => new ConnectionAt(
                    [.. page.Rows.Select((r, i) => new EdgeAt(
                        new EntityAt(r.Entity, asked.Scope) { Ahead = AheadRow.Of(page.Ahead, i) }, r.Entity.Id.Value, r.Position, asked.Question, asked.Scope))],
                    page.HasNext,
                    page.HasPrevious,
                    page.Total,
                    page.Aggregate));
            },
            connections.FilteredArguments(filter, sort));
    }

    private static object? Node(Scope scope, object id)
    {
        var text = FilterLogic.AsText(id);
        if (!ClaimId.TryParse(text, out _)) return EntityId.TryParse(text, out _) ? scope.Entity(text) : null;
        return scope.Claims(
            new Shape<ClaimRequest>("node", new ClaimRequest { By = ClaimsBy.Id, Page = PageRequest.All }),
            text,
            page => page.Rows.Count == 0 ? null : new ClaimAt(page.Rows[0].Claim, scope, page.Rows[0]));
    }
}
