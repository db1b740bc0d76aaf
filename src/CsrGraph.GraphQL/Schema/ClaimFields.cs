using CsrGraph.GraphQL.Resolving;
using CsrGraph.Store;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The fields that ask for claims: as a connection of claims, or as a plain list of one sort.</summary>
internal sealed class ClaimFields(ConnectionTypes connections, ClaimFilterTypes filters, SortTypes sorts, SourceTypes sources, IGraphType claim)
{
    /// <summary>A connection of claims.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="description">Which claims.</param>
    /// <param name="template">What is asked, without anchor, filter, order and page.</param>
    /// <param name="anchor">Gives the anchor and the state of the field's source.</param>
    public FieldSpec Connection<TSource>(string name, string description, ClaimRequest template, Func<TSource, (string Anchor, Scope Scope)> anchor)
    {
        var (filter, sort) = (filters.OfClaim(), sorts.OfClaims());
        return new FieldSpec(
            name,
            connections.Of("claims", claim, "claims"),
            description,
            context =>
            {
                var (of, scope) = anchor((TSource)context.Source!);
                var (paging, shape) = scope.Request.ShapeOf(context.FieldDefinition, context.FieldAst, scope.AsOf, () =>
                {
                    var wants = Selection.WantsOf(context, scope.Request);
                    var asked = Paging.Read(context, scope, $"claims {template.By} {template.WithRetracted}", wants);
                    return Tuple.Create(asked, new Shape<ClaimRequest>(asked.Key, template with
                    {
                        Filter = context.Value("filter") is { } given ? filter.Read(given) : null,
                        Sort = sort.Read(context.Value("sort"), template.Sort),
                        Page = asked.Page,
                        WantsTotals = asked.WantsTotals,
                        Aggregates = wants.Aggregates(),
                    }));
                });
                return paging.Scope.Claims(shape, of, page => Connect(page, paging));
            },
            connections.FilteredArguments(filter, sort)).Lightly();
    }

    /// <summary>A plain list of an entity's claims of one sort, as printed.</summary>
    public FieldSpec List(string name, IGraphType type, string description, ClaimFilter filter) => new FieldSpec(
        name,
        type.Many(),
        description,
        context =>
        {
            var source = (EntityAt)context.Source!;
            var first = context.First();
            var shape = new Shape<ClaimRequest>($"{name} {first}", new ClaimRequest
            {
                By = ClaimsBy.Subject,
                Filter = filter,
                Sort = SortTerm.Printed,
                Page = new PageRequest(first),
            });
            return source.Scope.Claims(shape, source.Entity.Id.Value, page =>
                page.Rows.Select(r => new ClaimAt(r.Claim, source.Scope, r)).ToArray());
        },
        sources.FirstArgument(ArgumentReading.DefaultPage)).Lightly();

    /// <summary>A page of claims as a connection.</summary>
    public static ConnectionAt Connect(Page<ClaimRow> page, Paging paging) => new(
        [.. page.Rows.Select(r => new EdgeAt(new ClaimAt(r.Claim, paging.Scope, r), r.Claim.Id.ToString(), r.Position, paging.Question, paging.Scope, r.Claim))],
        page.HasNext,
        page.HasPrevious,
        page.Total,
        page.Aggregate);
}
