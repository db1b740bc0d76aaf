using GraphQL.Validation;

namespace CsrGraph.GraphQL.Pricing;

/// <summary>How many objects one field leads to from each object that it is asked of.</summary>
internal enum Spread
{
    /// <summary>One, and below it what is counted for one.</summary>
    One,

    /// <summary>A connection: one, and the lists in it have its page.</summary>
    Connection,

    /// <summary>A list in a connection.</summary>
    RowsOfConnection,

    /// <summary>A list with a size of its own.</summary>
    Rows,
}

/// <summary>One field with objects below it, as its price is worked out.</summary>
/// <param name="Spread">How many objects it leads to.</param>
/// <param name="Usual">How many rows it has where no argument says so.</param>
/// <param name="Sizes">The arguments that say how many.</param>
/// <param name="Below">The fields below it.</param>
/// <param name="Price">What it costs beside its objects.</param>
internal sealed record CostNode(Spread Spread, int Usual, IReadOnlyList<PageSize> Sizes, IReadOnlyList<CostNode> Below, int Price = 0)
{
    private const long Ceiling = int.MaxValue;

    /// <summary>The number of objects that it leads to.</summary>
    /// <param name="parents">Of how many it is asked.</param>
    /// <param name="page">How many rows the connection has that it stands in.</param>
    /// <param name="variables">The values of the variables.</param>
    public long Cost(long parents, int page, Variables? variables)
    {
        var size = Sizes.Count == 0 ? Usual : Sizes.Max(s => s.Of(variables) ?? Usual);
        var objects = Math.Min(Ceiling, Spread switch
        {
            Spread.Rows => parents * size,
            Spread.RowsOfConnection => parents * page,
            _ => parents,
        });
        var cost = Math.Min(Ceiling, objects + (parents * Price));
        foreach (var field in Below) cost = Math.Min(Ceiling, cost + field.Cost(objects, Spread == Spread.Connection ? size : page, variables));
        return cost;
    }
}
