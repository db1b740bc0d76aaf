using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Schema;
using CsrGraph.Store;
using GraphQL;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>Tells which relations will be asked of what a connection leads to.</summary>
internal static class LookingAhead
{
    /// <summary>Those of its nodes, whether they are selected below <c>nodes</c> or below <c>edges</c>.</summary>
    /// <param name="connection">The connection's field.</param>
    /// <param name="scope">What its nodes are read from.</param>
    public static IReadOnlyList<RelationAhead> Of(IResolveFieldContext connection, Scope scope)
    {
        if (!scope.Request.ReadsAhead) return [];
        var ahead = new List<RelationAhead>();
        foreach (var field in FieldsOfNodes(connection))
        {
            if (field.FieldDefinition is not SpecifiedField { Ahead: { } ask } || AskedBy(ask, field, scope) is not { } shape) continue;
            if (ahead.TrueForAll(a => a.Key != shape.Key)) ahead.Add(new RelationAhead(shape.Key, shape.Request));
        }

        return ahead;
    }

    private static IEnumerable<IResolveFieldContext> FieldsOfNodes(IResolveFieldContext connection) => Below(connection)
        .SelectMany(f => f.FieldDefinition.Name == "edges" ? Below(f).Where(e => e.FieldDefinition.Name == "node") : f.FieldDefinition.Name == "nodes" ? [f] : [])
        .SelectMany(Below);

    private static IEnumerable<IResolveFieldContext> Below(IResolveFieldContext context) => context is IFieldsBelow field ? field.FieldsBelow : [];

    private static Shape<RelationRequest>? AskedBy(
        Func<IResolveFieldContext, Scope, Shape<RelationRequest>?> ask, IResolveFieldContext field, Scope scope)
    {
        try
        {
            return ask(field, scope);
        }
        catch (ApiError)
        {
            // The field says so itself, where it is asked of an entity.
            return null;
        }
    }
}
