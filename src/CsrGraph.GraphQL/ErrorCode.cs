namespace CsrGraph.GraphQL;

/// <summary>What <c>extensions.code</c> of an error can say.</summary>
public static class ErrorCode
{
    /// <summary>The request is not one: it has no query, or variables that are no JSON object.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The document has no operation of that name, or several and none is named.</summary>
    public const string OperationResolutionFailure = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>The operation is a mutation, which the API has none of, or a subscription where one answer is wanted.</summary>
    public const string NotAQuery = "NOT_A_QUERY";

    /// <summary>A variable or an argument is wrong: a page of -1, an id of another kind, a cursor of another question.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The question is larger than is answered.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The schema was asked for where it is not told.</summary>
    public const string IntrospectionOff = "INTROSPECTION_OFF";

    /// <summary>The store cannot be asked now; the same question may be answered later.</summary>
    public const string StoreUnavailable = "STORE_UNAVAILABLE";

    /// <summary>A fault of ours; the message has the id under which it was logged.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [BadRequest, ParseFailed, ValidationFailed, OperationResolutionFailure, NotAQuery, BadUserInput, LimitExceeded, IntrospectionOff, StoreUnavailable, Internal];
}
