using CsrGraph.GraphQL;
using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>A request that the edge itself refuses: the status and the body that say why.</summary>
internal sealed class HttpFault(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    /// <summary>True where HTTP was kept to and the question is refused, as an answer would refuse it.</summary>
    public bool IsRefusal { get; private init; }

    /// <summary>After how long it is worth asking again; null where that is not known.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static HttpFault Refused(string code, string message) => new(StatusCodes.Status400BadRequest, code, message) { IsRefusal = true };

    public static HttpFault BadRequest(string message) => new(StatusCodes.Status400BadRequest, ErrorCode.BadRequest, message);

    public static HttpFault Unauthorized() => new(
        StatusCodes.Status401Unauthorized, EdgeCode.Unauthorized, "the API asks for a token: send 'Authorization: Bearer …' with the one that its keeper gave you");

    public static HttpFault NotFound(string path, string instead = "the API is at /graphql") =>
        new(StatusCodes.Status404NotFound, EdgeCode.NotFound, $"there is nothing at {path}; {instead}");

    public static HttpFault MethodNotAllowed(string message) =>
        new(StatusCodes.Status405MethodNotAllowed, EdgeCode.MethodNotAllowed, message);

    public static HttpFault NotAcceptable() => new(
        StatusCodes.Status406NotAcceptable,
        EdgeCode.NotAcceptable,
        $"the answer can be {MediaType.GraphQLResponse}, {MediaType.Json} or {MediaType.EventStream}, in UTF-8; 'Accept' wants none of them");

    public static HttpFault TooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, EdgeCode.PayloadTooLarge, $"the body has more than {limit} bytes");

    public static HttpFault UnsupportedMediaType(string message) =>
        new(StatusCodes.Status415UnsupportedMediaType, EdgeCode.UnsupportedMediaType, message);

    public static HttpFault Unavailable(string message) =>
        new(StatusCodes.Status503ServiceUnavailable, ErrorCode.StoreUnavailable, message);

    public static HttpFault TooManyExports(int most) => new(
        StatusCodes.Status503ServiceUnavailable, EdgeCode.TooManyExports, $"{most} exports are being sent, which is as many as may be at once: ask again in a moment")
    {
        RetryAfter = TimeSpan.FromSeconds(10),
    };

    public static HttpFault Internal(string id) => new(
        StatusCodes.Status500InternalServerError, ErrorCode.Internal, $"something went wrong that is not your fault; the server's log has it under {id}");
}
