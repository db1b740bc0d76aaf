using CsrGraph.GraphQL.Limits;
using CsrGraph.Query.Networks;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Pricing;

/// <summary>
/// What an operation costs, worked out once for all values of its variables: the objects that it may lead to, page by page, and the objects of
/// introspection exactly.
/// </summary>
internal sealed class CostPlan
{
    // What nobody says the size of, such as the names of an entity, is seldom longer.
    private const int UsualList = 5;

    private const string First = "first";
    private const string Limit = "limit";

    private const int ArgumentPage = Resolving.ArgumentReading.DefaultPage;

    private readonly List<CostNode> roots = [];
    private readonly Dictionary<string, GraphQLFragmentDefinition> fragments;
    private readonly ISchema schema;
    private readonly IntrospectionCost introspection;

    private CostPlan(GraphQLDocument document, ISchema schema, int most)
    {
        this.schema = schema;
        fragments = Fragments.ByName(document);
        introspection = new IntrospectionCost(schema, fragments, most);
    }

    /// <summary>True where the schema itself is asked for.</summary>
    public bool IsIntrospecting { get; private set; }

    /// <summary>The objects and values of introspection; one more than the most where there are more.</summary>
    public long Introspection => introspection.Seen;

    /// <summary>Plans an operation that was found good.</summary>
    public static CostPlan Of(GraphQLOperationDefinition operation, GraphQLDocument document, ISchema schema, int most)
    {
        var plan = new CostPlan(document, schema, most);
        plan.Collect(operation.SelectionSet, operation.Operation == OperationType.Subscription ? schema.Subscription! : schema.Query, plan.roots);
        return plan;
    }

    /// <summary>The objects that the operation may lead to with these variables.</summary>
    public long Cost(Variables? variables) => roots.Sum(f => f.Cost(1, ArgumentPage, variables));

    private void Collect(GraphQLSelectionSet selection, IGraphType type, List<CostNode> to)
    {
        foreach (var node in selection.Selections)
        {
            if (node is GraphQLField field) Add(field, type, to);
            else if (node is GraphQLInlineFragment inline) Collect(inline.SelectionSet, Narrowed(inline.TypeCondition, type), to);
            else if (node is GraphQLFragmentSpread spread && fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var fragment))
            {
                Collect(fragment.SelectionSet, Narrowed(fragment.TypeCondition, type), to);
            }
        }
    }

    private void Add(GraphQLField field, IGraphType type, List<CostNode> to)
    {
        if (field.SelectionSet is not { } selection)
        {
            if ((type as IComplexGraphType)?.GetField(field.Name.Value) is Schema.SpecifiedField { Price: > 0 and var price }) to.Add(new CostNode(Spread.Rows, 0, [], [], price));
            return;
        }

        if (field.Name.Value == "__schema" || field.Name.Value == "__type")
        {
            IsIntrospecting = true;
            introspection.Add(field);
            return;
        }

        if ((type as IComplexGraphType)?.GetField(field.Name.Value) is not { } definition) return;
        var below = new List<CostNode>();
        var of = definition.ResolvedType!.GetNamedType();
        Collect(selection, of, below);
        var spread = SpreadOf(type, definition, of);
        to.Add(new CostNode(spread, UsualOf(definition, spread), SizesOf(field, definition), below, (definition as Schema.SpecifiedField)?.Price ?? 0));
    }

    private IGraphType Narrowed(GraphQLTypeCondition? condition, IGraphType type) => condition is null ? type : schema.AllTypes[condition.Type.Name.Value] ?? type;

    private static Spread SpreadOf(IGraphType owner, FieldType definition, IGraphType named)
    {
        if (IsList(definition.ResolvedType)) return Sizing.IsSized(owner) && definition.Arguments?.Find(First) is null ? Spread.RowsOfConnection : Spread.Rows;
        return Sizing.IsSized(named) ? Spread.Connection : Spread.One;
    }

    private static int UsualOf(FieldType definition, Spread spread) => spread switch
    {
        Spread.Connection => Default(definition, First) ?? Default(definition, Limit) ?? ArgumentPage,
        Spread.Rows => Default(definition, First) ?? UsualList,
        _ => 1,
    };

    private static int? Default(FieldType definition, string argument) => definition.Arguments?.Find(argument)?.DefaultValue as int?;

    private static IReadOnlyList<PageSize> SizesOf(GraphQLField field, FieldType definition) =>
    [
        .. (field.Arguments?.Items ?? []).Where(a => a.Name.Value == First || a.Name.Value == "last" || a.Name.Value == Limit || IsListOfIds(definition, a))
            .Select(a => new PageSize(a.Value, a.Name.Value == Limit ? NetworkQuestion.HighestLimit : Resolving.ArgumentReading.MaxPage)),
    ];

    private static bool IsListOfIds(FieldType definition, GraphQLArgument argument) =>
        argument.Name.Value == "ids" && IsList(definition.Arguments?.Find(argument.Name.Value)?.ResolvedType);

    private static bool IsList(IGraphType? type) => type is ListGraphType or NonNullGraphType { ResolvedType: ListGraphType };
}
