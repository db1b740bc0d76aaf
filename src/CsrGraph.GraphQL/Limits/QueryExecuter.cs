using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Limits;

/// <summary>The library's executer behind the guards; it takes queries alone.</summary>
internal sealed class QueryExecuter(ApiOptions options) : DocumentExecuter(new GuardedDocumentBuilder(options), new DocumentValidator())
{
    protected override GraphQLOperationDefinition GetOperation(string? operationName, GraphQLDocument document)
    {
        var operation = base.GetOperation(operationName, document);
        return operation.Operation == OperationType.Query
            ? operation
            : throw new ApiError(ErrorCode.NotAQuery, "the operation is no query; this API reads only, loading is the command line's");
    }
}
