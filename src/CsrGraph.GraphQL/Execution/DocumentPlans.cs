using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Execution;

/// <summary>The plans of one document over one schema, made as they are needed and kept as long as the document is.</summary>
internal sealed class DocumentPlans(ISchema schema, bool isFixed)
{
    // Merged fields have selections of their own below each type, so that many types in many levels could make many plans.
    private const int MaxPlans = 5_000;

    private readonly ConcurrentDictionary<(GraphQLSelectionSet Selection, IObjectGraphType Type), SelectionPlan> plans = [];

    /// <summary>The plans for a request: kept ones, unless its variables say what is skipped.</summary>
    public static DocumentPlans For(ConditionalWeakTable<GraphQLDocument, DocumentPlans> kept, ExecutionContext context)
    {
        if (kept.TryGetValue(context.Document, out var known) && known.schema == context.Schema)
        {
            if (known.isFixed && known.plans.Count < MaxPlans) return known;
            if (!known.isFixed) return new DocumentPlans(context.Schema, false);
        }

        var made = new DocumentPlans(context.Schema, !context.Document.Definitions.Any(SkipsByVariable));
        kept.AddOrUpdate(context.Document, made);
        return made;
    }

    /// <summary>The plan of a selection for a type.</summary>
    public SelectionPlan Of(ExecutionContext context, GraphQLSelectionSet selection, IObjectGraphType type)
    {
        if (plans.TryGetValue((selection, type), out var plan)) return plan;
        return plans.GetOrAdd((selection, type), FieldCollection.Plan(context, type, selection));
    }

    private readonly ISchema schema = schema;
    private readonly bool isFixed = isFixed;

    private static bool SkipsByVariable(ASTNode definition)
    {
        var open = new Stack<ASTNode>([definition]);
        while (open.TryPop(out var node))
        {
            if (node is IHasDirectivesNode { Directives: { } directives } && directives.Items.Any(IsVariable)) return true;
            if (node is IHasSelectionSetNode { SelectionSet: { } selection }) selection.Selections.ForEach(open.Push);
        }

        return false;
    }

    private static bool IsVariable(GraphQLDirective directive) =>
        (directive.Name.Value == "skip" || directive.Name.Value == "include") && directive.Arguments?.ValueFor("if") is GraphQLVariable;
}
