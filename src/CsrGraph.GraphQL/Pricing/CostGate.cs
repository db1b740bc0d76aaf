using System.Runtime.CompilerServices;
using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Resolving;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Pricing;

/// <summary>
/// Refuses questions that would cost too much with the values that their variables have, before the store is asked anything. With
/// <c>"extensions": { "cost": true }</c> in the request the answer says what it cost.
/// </summary>
internal sealed class CostGate(ApiOptions options) : DocumentExecutionListenerBase
{
    private readonly ConditionalWeakTable<GraphQLOperationDefinition, CostPlan> plans = [];

    public override Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        if (!validationResult.IsValid) return Task.CompletedTask;
        if (context.RootValue is Root asked) asked.Asked = context.Operation;
        var plan = plans.GetValue(context.Operation, operation => CostPlan.Of(operation, context.Document, context.Schema, options.MaxIntrospection));
        if (plan.IsIntrospecting && !options.HasIntrospection)
        {
            throw new ApiError(ErrorCode.IntrospectionOff, "the schema cannot be asked for here; its keeper can tell what it is");
        }

        ApiError.Require(
            "introspection", plan.Introspection, options.MaxIntrospection,
            static (asked, allowed) => $"the question about the schema leads to {asked} objects and values or more; it may lead to {allowed}");
        ValueGuard.CheckValues(context.Variables?.Select(v => v.Value) ?? [], options);
        var cost = plan.Cost(context.Variables);
        if (context.RootValue is Root root) root.Cost = cost;
        ApiError.Require(
            "cost", cost, options.MaxCost,
            static (asked, allowed) => $"the question may lead to {asked} objects, by its pages; it may lead to {allowed}: ask for smaller pages, or for less below them");
        if (context.InputExtensions.TryGetValue("cost", out var wanted) && wanted is true)
        {
            context.OutputExtensions["cost"] = new Dictionary<string, object?> { ["asked"] = cost, ["allowed"] = options.MaxCost, ["introspection"] = plan.Introspection };
        }

        return Task.CompletedTask;
    }
}
