using CsrGraph.GraphQL.Schema;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>Reads what is selected below a field.</summary>
internal static class Selection
{
    /// <summary>What a connection's selection needs.</summary>
    public static Wants WantsOf(IResolveFieldContext context, Request request) => request.WantsOf(context.FieldAst, () => OfConnection(context));

    /// <summary>What the selection on a list of entities needs, beside the rows.</summary>
    public static Wants WantsOfEntities(IResolveFieldContext context, Request request) =>
        request.WantsOf(context.FieldAst, () => OfNode(context, context.FieldDefinition, context.FieldAst));

    private static Wants OfConnection(IResolveFieldContext context)
    {
        var wants = Wants.None;
        if (context.SubFields is not { } selected) return wants;
        foreach (var (field, definition) in selected.Values)
        {
            wants |= field.Name.StringValue switch
            {
                "totalCount" or "edgeCount" => Wants.Totals,
                "pageInfo" => Wants.Rows | OfPageInfo(context, definition, field),
                "groups" => Wants.Rows,
                "aggregate" => OfAggregate(context, definition, field),
                "nodes" => Wants.Rows | OfNode(context, definition, field),
                "edges" => Wants.Rows | OfEdge(context, definition, field),
                _ => Wants.None,
            };
        }

        return wants;
    }

    private static Wants OfAggregate(IResolveFieldContext context, FieldType definition, GraphQLField aggregate) =>
        SelectedFields.Below(context, definition, aggregate).Aggregate(Wants.None, (wants, f) => wants | f.Field.Name.StringValue switch
        {
            "count" or "distinctNodes" => Wants.Totals,
            "earliest" or "latest" => Wants.Days,
            "named" or "statedMin" or "statedMax" => Wants.Rosters,
            _ => Wants.None,
        });

    private static Wants OfPageInfo(IResolveFieldContext context, FieldType definition, GraphQLField pageInfo) =>
        SelectedFields.Below(context, definition, pageInfo).Any(f => f.Field.Name.StringValue is "startCursor" or "endCursor") ? Wants.Places : Wants.None;

    private static Wants OfEdge(IResolveFieldContext context, FieldType definition, GraphQLField edges)
    {
        var wants = Wants.None;
        foreach (var (field, below) in SelectedFields.Below(context, definition, edges))
        {
            if (field.Name.Value == "node") wants |= OfNode(context, below!, field);
            else if (field.Name.Value == "cursor") wants |= Wants.Places;
            else if (ReadsMore(field, below)) wants |= Wants.Claims;
        }

        return wants;
    }

    private static Wants OfNode(IResolveFieldContext context, FieldType definition, GraphQLField node)
    {
        foreach (var (field, below) in SelectedFields.Below(context, definition, node))
        {
            if (ReadsMore(field, below)) return Wants.Records;
        }

        return Wants.None;
    }

    private static bool ReadsMore(GraphQLField field, FieldType? definition) => definition is SpecifiedField { Reads: var reads } && reads switch
    {
        Reads.Heading => false,
        Reads.HeadingUnlessArgued => field.Arguments is { Count: > 0 },
        _ => true,
    };
}
