using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Execution;

/// <summary>A document that was found good.</summary>
/// <param name="Document">The document.</param>
/// <param name="Validated">What its arguments and directives come to, of one operation that takes no variables; null of others.</param>
/// <param name="Variables">How the variables of its one operation are read; null where there are none, or the library is to read them.</param>
internal sealed record KnownDocument(GraphQLDocument Document, IValidationResult? Validated, KnownVariables? Variables)
{
    public static KnownDocument Of(ISchema schema, GraphQLDocument document, IValidationResult validated) =>
        document.Definitions.OfType<GraphQLOperationDefinition>().Take(2).ToList() switch
        {
            [{ Variables: null or { Count: 0 } }] => new KnownDocument(document, validated, null),
            [{ } operation] => new KnownDocument(document, null, KnownVariables.Of(schema, document, operation, validated)),
            _ => new KnownDocument(document, null, null),
        };
}
