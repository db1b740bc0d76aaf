using GraphQL;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>What a connection's selection needs of the store.</summary>
[Flags]
internal enum Wants
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Rows.</summary>
    Rows = 1,

    /// <summary>The numbers of all.</summary>
    Totals = 2,
}

/// <summary>Reads what is selected.</summary>
internal static class Selection
{
    public static Wants WantsOf(IResolveFieldContext context, Request request) => request.WantsOf(context.FieldAst, () => Read(context));

    private static Wants Read(IResolveFieldContext context)
    {
        var wants = Wants.None;
        if (context.SubFields is not { } selected) return wants;
        foreach (var (_, field) in selected.Values)
        {
            wants |= field.Name switch
            {
                "totalCount" or "edgeCount" or "count" => Wants.Totals,
                "edges" or "nodes" or "pageInfo" => Wants.Rows,
                _ => Wants.None,
            };
        }

        return wants;
    }
}
