using CsrGraph.GraphQL.Resolving;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>Relay's connections, each named after the field that gives it.</summary>
internal sealed class ConnectionTypes
{
    private readonly TypeRegistry registry;
    private readonly LeafTypes leaves;
    private readonly ObjectGraphType pageInfo;

    public ConnectionTypes(TypeRegistry registry, LeafTypes leaves)
    {
        (this.registry, this.leaves) = (registry, leaves);
        pageInfo = registry.Object("PageInfo", "Where a page stands among all.", type =>
        {
            FieldSpec.Of<ConnectionAt>("hasNextPage", leaves.Boolean.Required(), "True where rows follow.", c => c.HasNext).AddTo(type);
            FieldSpec.Of<ConnectionAt>("hasPreviousPage", leaves.Boolean.Required(), "True where rows come before.", c => c.HasPrevious).AddTo(type);
            FieldSpec.Of<ConnectionAt>("startCursor", leaves.Text, "The first row's cursor.", c => c.Edges.Count == 0 ? null : c.Edges[0].Cursor).AddTo(type);
            FieldSpec.Of<ConnectionAt>("endCursor", leaves.Text, "The last row's cursor.", c => c.Edges.Count == 0 ? null : c.Edges[^1].Cursor).AddTo(type);
        });
    }

    /// <summary>The arguments of every connection.</summary>
    public IReadOnlyList<ArgumentSpec> Arguments =>
    [
        new("first", leaves.Int, "So many from the start: 0 to 100, else 20; 0 asks for totals alone."),
        new("after", leaves.Text, "Only what comes after this cursor."),
        new("last", leaves.Int, "So many from the end: 0 to 100."),
        new("before", leaves.Text, "Only what comes before this cursor."),
    ];

    /// <summary>The arguments of a connection with a filter and an order.</summary>
    public IReadOnlyList<ArgumentSpec> FilteredArguments(IGraphType filter, IGraphType sort) =>
    [
        new("filter", filter, "Only what satisfies this."),
        new("sort", sort.Many(), "The order, by its first term first."),
        .. Arguments,
    ];

    /// <summary>A connection.</summary>
    /// <param name="field">The field that it is named after.</param>
    /// <param name="node">What stands at the end of its edges.</param>
    /// <param name="what">What it holds, in words.</param>
    /// <param name="edgeFields">What else an edge says.</param>
    public ObjectGraphType Of(string field, IGraphType node, string what, params IReadOnlyList<FieldSpec> edgeFields)
    {
        var name = FilterTypes.Pascal(field);
        return registry.GetOrAdd(
            $"{name}Connection",
            () => new ObjectGraphType { Name = $"{name}Connection", Description = $"A page of {what}." },
            connection =>
            {
                var edge = registry.Object($"{name}Edge", $"One of {what}.", type =>
                {
                    FieldSpec.Of<EdgeAt>("cursor", leaves.Text.Required(), "Its place, for 'after' and 'before'; a page after it is read from the state that this page was read from.", e => e.Cursor).Lightly().AddTo(type);
                    FieldSpec.Of<EdgeAt>("node", node.Required(), "What stands there.", e => e.Node).Lightly().AddTo(type);
                    foreach (var own in edgeFields) own.AddTo(type);
                });
                Fill(connection, edge, node, edgeFields.Any(f => f.Name == "claim"));
            });
    }

    private void Fill(ObjectGraphType connection, ObjectGraphType edge, IGraphType node, bool isRelation)
    {
        FieldSpec.Of<ConnectionAt>("edges", edge.RequiredMany(), "The rows.", c => c.Edges).AddTo(connection);
        FieldSpec.Of<ConnectionAt>(
            "nodes", node.RequiredMany(), "What stands at the rows, each once.", c => c.Nodes).AddTo(connection);
        FieldSpec.Of<ConnectionAt>("pageInfo", pageInfo.Required(), "Where the page stands.", c => c).AddTo(connection);
        FieldSpec.Of<ConnectionAt>(
            "totalCount", leaves.Int.Required(), isRelation ? "How many distinct entities there are in all." : "How many there are in all.", c => c.Total).AddTo(connection);
        if (isRelation) FieldSpec.Of<ConnectionAt>("edgeCount", leaves.Int.Required(), "How many relations there are in all.", c => c.EdgeTotal).AddTo(connection);
    }
}
