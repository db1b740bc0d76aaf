using GraphQL.Types;

namespace CsrGraph.GraphQL.Execution;

/// <summary>What one selection asks of objects of one type, worked out once for all of them.</summary>
internal sealed class SelectionPlan(IObjectGraphType type, PlannedField[] fields)
{
    /// <summary>The type of the objects.</summary>
    public IObjectGraphType Type { get; } = type;

    /// <summary>The fields in the order of the answer, fragments spread and equal ones merged.</summary>
    public PlannedField[] Fields { get; } = fields;

    /// <summary>Those whose values are found before anything is written.</summary>
    public PlannedField[] Columns { get; } = [.. fields.Where(f => !f.IsInPlace)];
}
