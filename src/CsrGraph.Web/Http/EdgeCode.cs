namespace CsrGraph.Web.Http;

/// <summary>What <c>extensions.code</c> of an error says, beside <see cref="GraphQL.ErrorCode"/>, where HTTP itself was not kept to.</summary>
internal static class EdgeCode
{
    public const string Unauthorized = "UNAUTHORIZED";
    public const string NotFound = "NOT_FOUND";
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";
    public const string NotAcceptable = "NOT_ACCEPTABLE";
    public const string PayloadTooLarge = "PAYLOAD_TOO_LARGE";
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";
    public const string DocumentNotAllowed = "DOCUMENT_NOT_ALLOWED";
    public const string TooManyExports = "TOO_MANY_EXPORTS";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Unauthorized, NotFound, MethodNotAllowed, NotAcceptable, PayloadTooLarge, UnsupportedMediaType, PersistedQueryNotFound, DocumentNotAllowed, TooManyExports];
}
