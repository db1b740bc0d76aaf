using GraphQL.Validation;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Execution;

/// <summary>A document that was found good.</summary>
/// <param name="Document">The document.</param>
/// <param name="Validated">What its arguments and directives come to, of one operation that takes no variables; null of others.</param>
internal sealed record KnownDocument(GraphQLDocument Document, IValidationResult? Validated)
{
    public static KnownDocument Of(GraphQLDocument document, IValidationResult validated)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().Take(2).ToList();
        return new KnownDocument(document, operations is [{ Variables: null or { Count: 0 } }] ? validated : null);
    }
}
