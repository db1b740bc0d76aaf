using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Limits;

/// <summary>The library's rule for default values, of variables that are of an input type; of others it fails, and another rule refuses them.</summary>
internal sealed class DefaultValueRule : ValidationRuleBase
{
    /// <summary>The library's rules with this one among them.</summary>
    public static IReadOnlyList<IValidationRule> AmongAll { get; } =
        [.. DocumentValidator.CoreRules.Select(r => r is DefaultValuesOfCorrectType usual ? new DefaultValueRule(usual) : r)];

    private readonly DefaultValuesOfCorrectType usual;

    private DefaultValueRule(DefaultValuesOfCorrectType usual) => this.usual = usual;

    public override async ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) =>
        await usual.GetPreNodeVisitorAsync(context) is { } visitor ? new OfInputTypes(visitor) : null;

    private sealed class OfInputTypes(INodeVisitor usual) : INodeVisitor
    {
        public ValueTask EnterAsync(ASTNode node, ValidationContext context) => IsOther(node, context) ? default : usual.EnterAsync(node, context);

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => IsOther(node, context) ? default : usual.LeaveAsync(node, context);

        private static bool IsOther(ASTNode node, ValidationContext context) =>
            node is GraphQLVariableDefinition variable && variable.Type.GraphTypeFromType(context.Schema) is { } type && !type.IsInputType();
    }
}
