using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CsrGraph.StoreTests.Neo4j;

/// <summary>Stands before a Neo4j, on a port of its own, and notes the statements that pass; with their profile where that is wanted.</summary>
internal sealed class StatementRelay : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly HttpClient client = new();
    private readonly ConcurrentQueue<(string Text, long DbHits)> passed = new();

    // The paths of the transactions that were begun for reading.
    private readonly ConcurrentDictionary<string, bool> reading = new();
    private readonly Uri target;
    private readonly bool isProfiling;
    private readonly Task serving;

    /// <param name="target">Where the Neo4j is.</param>
    /// <param name="isProfiling">Whether what reads is profiled: Neo4j plans such a text by itself, and counts what it does for each.</param>
    public StatementRelay(Uri target, bool isProfiling = false)
    {
        (this.target, this.isProfiling) = (target, isProfiling);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>Done once, after the next statement was run and before its answer is passed on.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>What has passed since this was last asked.</summary>
    public IReadOnlyList<(string Text, long DbHits)> Take()
    {
        var taken = new List<(string, long)>();
        while (passed.TryDequeue(out var one)) taken.Add(one);
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
        client.Dispose();
    }

    private async Task ServeAsync()
    {
        var answering = new List<Task>();
        while (true)
        {
            try
            {
                answering.Add(AnswerAsync(await listener.GetContextAsync()));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // Closed: there is nobody left to answer.
                await Task.WhenAll(answering);
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.HttpMethod), new Uri(target, context.Request.RawUrl));
        if (context.Request.Headers["Authorization"] is { } credentials) request.Headers.TryAddWithoutValidation("Authorization", credentials);
        if (context.Request.Headers["Accept"] is { } accept) request.Headers.TryAddWithoutValidation("Accept", accept);
        string? text = null;
        var isRead = false;
        if (context.Request.HasEntityBody)
        {
            var body = (await JsonNode.ParseAsync(context.Request.InputStream))!;
            text = (string?)body["statement"];
            isRead = (string?)body["accessMode"] == "READ" || reading.ContainsKey(context.Request.Url!.AbsolutePath.Replace("/commit", "", StringComparison.Ordinal));
            if (isProfiling && isRead && text?.StartsWith("SHOW", StringComparison.Ordinal) == false) body["statement"] = $"PROFILE {text}";

            request.Content = new StringContent(body.ToJsonString(), null, context.Request.ContentType!.Split(';')[0]);
        }

        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        if (text is not null)
        {
            passed.Enqueue((text, isProfiling && isRead ? TakeProfile(ref answer, context.Request.Url!) : 0));
            var meanwhile = Meanwhile;
            Meanwhile = null;
            if (meanwhile is not null) await meanwhile();
        }

        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await context.Response.OutputStream.WriteAsync(answer);
        context.Response.Close();
    }

    // What asked does not look for a profile, which is long.
    private long TakeProfile(ref byte[] answer, Uri asked)
    {
        if (JsonNode.Parse(answer, documentOptions: new JsonDocumentOptions { MaxDepth = 1_024 }) is not JsonObject json) return 0;
        if (json["transaction"] is JsonObject begun && asked.AbsolutePath.EndsWith("/tx", StringComparison.Ordinal))
        {
            reading[$"{asked.AbsolutePath}/{begun["id"]}"] = true;
        }

        if (json["profiledQueryPlan"] is not JsonObject profile) return 0;
        json.Remove("profiledQueryPlan");
        answer = JsonSerializer.SerializeToUtf8Bytes(json);
        return Sum(profile);
    }

    private static long Sum(JsonNode plan) => ((long?)plan["dbHits"] ?? 0) + plan["children"]!.AsArray().Sum(child => Sum(child!));
}
