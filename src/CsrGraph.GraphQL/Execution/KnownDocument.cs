using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Execution;

/// <summary>A document that was found good.</summary>
/// <param name="Document">The document.</param>
/// <param name="Variables">How the variables of its one operation are read, if it takes any; null where the library is to read them.</param>
internal sealed record KnownDocument(GraphQLDocument Document, KnownVariables? Variables)
{
    public static KnownDocument Of(ISchema schema, GraphQLDocument document, IValidationResult validated)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().Take(2).ToList();
        return new KnownDocument(document, operations is [{ } operation] ? KnownVariables.Of(schema, document, operation, validated) : null);
    }
}
