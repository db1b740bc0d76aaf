using CsrGraph.GraphQL.Resolving;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>Relay's connections, each named after the field that gives it.</summary>
internal sealed class ConnectionTypes
{
    private readonly TypeRegistry registry;
    private readonly LeafTypes leaves;
    private readonly ObjectGraphType pageInfo;
    private readonly ObjectGraphType aggregate;

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
        aggregate = registry.Object("Aggregate", "What holds of all rows of a connection, whatever the page.", FillAggregate);
    }

    /// <summary>A page of groups.</summary>
    public ObjectGraphType OfGroups(string field, IGraphType group) => registry.Object($"{field}Connection", "A page of groups.", type =>
    {
        FieldSpec.Of<ConnectionAt>("groups", group.RequiredMany(), "The groups.", c => c.Nodes).AddTo(type);
        FieldSpec.Of<ConnectionAt>("pageInfo", pageInfo.Required(), "Where the page stands.", c => c).AddTo(type);
        FieldSpec.Of<ConnectionAt>("totalCount", leaves.Int.Required(), "How many groups there are in all.", c => c.Total).AddTo(type);
    });

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
        FieldSpec.Of<ConnectionAt>("aggregate", aggregate.Required(), "What holds of all of them, whatever the page.", c => c).AddTo(connection);
        if (isRelation) FieldSpec.Of<ConnectionAt>("edgeCount", leaves.Int.Required(), "How many relations there are in all.", c => c.EdgeTotal).AddTo(connection);
    }
    private void FillAggregate(ObjectGraphType type)
    {
        Add("count", leaves.Int.Required(), "How many rows there are: relations, entities, documents or claims.", c => c.EdgeTotal ?? c.Total);
        Add("distinctNodes", leaves.Int.Required(), "How many distinct things stand at them.", c => c.Total);
        Add("earliest", leaves.Date, "The first day: of relations and claims, of the days on which they may hold first; else of the dates.", c => Day(c.Aggregate?.FirstDay));
        Add("latest", leaves.Date, "The last day of the same.", c => Day(c.Aggregate?.LastDay));
        Add(
            "named", leaves.Int,
            "How many members their rosters name: of 'signatories' the pledge's, of 'pledges' those of each. Filters choose rows, and never a roster's members. Null where there is no roster.",
            c => c.Aggregate?.Named);
        Add(
            "statedMin", leaves.Int, "How many members those rosters state at least; of several of one initiative and role, the least.", c => c.Aggregate?.StatedMin);
        Add("statedMax", leaves.Int, "How many they state at most, the greatest likewise; null where it is open.", c => c.Aggregate?.StatedMax);

        void Add(string name, IGraphType of, string description, Func<ConnectionAt, object?> read) => FieldSpec.Of(name, of, description, read).AddTo(type);
    }

    private static DateOnly? Day(int? day) => day is { } number ? DateOnly.FromDayNumber(number) : null;
}
