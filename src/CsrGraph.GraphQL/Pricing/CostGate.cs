using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using CsrGraph.GraphQL.Limits;
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
        var plan = plans.GetValue(context.Operation, operation => CostPlan.Of(operation, context.Document, context.Schema, options.MaxIntrospection));
        if (plan.IsIntrospecting && !options.HasIntrospection)
        {
            throw new ApiError(ErrorCode.IntrospectionOff, "the schema cannot be asked for here; its keeper can tell what it is");
        }

        Require("introspection", plan.Introspection, options.MaxIntrospection, "the question about the schema leads to {0} objects and values or more; it may lead to {1}");
        ValueGuard.RequireFewObjects(context.Variables?.Sum(v => Objects(v.Value)) ?? 0, options);
        var cost = plan.Cost(context.Variables);
        Require("cost", cost, options.MaxCost, "the question may lead to {0} objects, by its pages; it may lead to {1}: ask for smaller pages, or for less below them");
        if (context.InputExtensions.TryGetValue("cost", out var wanted) && wanted is true)
        {
            context.OutputExtensions["cost"] = new Dictionary<string, object?> { ["asked"] = cost, ["allowed"] = options.MaxCost, ["introspection"] = plan.Introspection };
        }

        return Task.CompletedTask;
    }

    private static void Require(string limit, long asked, int allowed, string message)
    {
        if (asked > allowed) throw ApiError.Exceeds(new Limit(limit, allowed, asked), string.Format(CultureInfo.InvariantCulture, message, asked, allowed));
    }

    private int Objects(object? value)
    {
        switch (value)
        {
            case IDictionary<string, object?> map:
                return 1 + map.Values.Sum(Objects);
            case ICollection list:
                ValueGuard.RequireShortList(list.Count, options);
                return list.Cast<object?>().Sum(Objects);
            default:
                return 0;
        }
    }
}
