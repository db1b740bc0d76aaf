using Microsoft.AspNetCore.Http;

namespace CsrGraph.Tests.Neo4j.Harness;

/// <summary>Answers in the form in which a Neo4j 5.26 was seen to give them.</summary>
internal static class Answers
{
    /// <summary>Rows, with the members that follow <c>data</c>, if any.</summary>
    public static RequestDelegate Rows(string rows, string more = "") => Json(202, RowsText(rows) + (more.Length > 0 ? "," + more : "") + "}");

    public static RequestDelegate RowsThenError(string rows, string code) => Json(202, $"{RowsText(rows)},{ErrorText(code)}}}");

    public static RequestDelegate Error(int status, string code, string message = "as the server says it") =>
        Json(status, $"{{{ErrorText(code, message)}}}");

    public static RequestDelegate Begun(string id, string? affinity = null) => Held(affinity, Json(202, $"{{{TransactionText(id)}}}"));

    /// <summary>Begun with a statement, which has these rows.</summary>
    public static RequestDelegate BegunWithRows(string id, string rows, string? affinity = null) => Held(affinity, Rows(rows, TransactionText(id)));

    public static RequestDelegate Committed(string bookmark) => Json(202, $$"""{"bookmarks":["{{bookmark}}"]}""");

    public static RequestDelegate Json(int status, string body) => Text(status, "application/json", body);

    public static RequestDelegate Text(int status, string type, string body) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body, context.RequestAborted);
    };

    /// <summary>Rows, and then the connection ends.</summary>
    public static RequestDelegate Cut(string rows) => async context =>
    {
        await Json(202, RowsText(rows)[..^1])(context);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    };

    /// <summary>The connection ends before anything is said.</summary>
    public static RequestDelegate HangUp => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Nothing, until whoever asked goes away; <paramref name="asked"/> tells that it has been asked.</summary>
    public static RequestDelegate Silence(TaskCompletionSource? asked = null) => async context =>
    {
        asked?.TrySetResult();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    };

    // By this member of a cluster.
    private static RequestDelegate Held(string? affinity, RequestDelegate answer) => async context =>
    {
        if (affinity is not null) context.Response.Headers["neo4j-cluster-affinity"] = affinity;
        await answer(context);
    };

    private static string TransactionText(string id) => $$"""
        "transaction":{"id":"{{id}}","expires":"2026-01-01T00:00:00Z"}
        """;

    private static string RowsText(string rows) => $$"""{"data":{"fields":["a"],"values":[{{rows}}]}""";

    private static string ErrorText(string code, string message = "as the server says it") =>
        $$"""
        "errors":[{"code":"{{code}}","message":"{{message}}"}]
        """;
}
