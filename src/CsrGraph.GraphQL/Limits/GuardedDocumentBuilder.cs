using GraphQL.Execution;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace CsrGraph.GraphQL.Limits;

/// <summary>Parses a document that was looked over first, and looks over what was parsed before any rule sees it.</summary>
internal sealed class GuardedDocumentBuilder(ApiOptions options) : IDocumentBuilder
{
    private readonly GraphQLDocumentBuilder parser = new() { MaxDepth = options.MaxDepth };

    public GraphQLDocument Build(string body)
    {
        var document = Parse(TokenGuard.Read(body, options.MaxTokens));
        FragmentGuard.Check(document, options);
        MergeGuard.Check(document, options);
        ValueGuard.Check(document, options);
        return document;
    }

    private GraphQLDocument Parse(string body)
    {
        try
        {
            return parser.Build(body);
        }
        catch (GraphQLMaxDepthExceededException e)
        {
            throw ApiError.Exceeds(new Limit("depth", options.MaxDepth, null), $"the document is nested more than {options.MaxDepth} deep", e);
        }
    }
}
