using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>A server that its settings guard, or place behind a proxy.</summary>
public sealed class GuardedServeSpecs : IDisposable
{
    private const string Token = "open-sesame-of-the-newsroom";

    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task A_token_is_asked_for_and_printed_nowhere()
    {
        csrgraph.Variables["CSRGRAPH_TOKEN"] = Token;
        csrgraph.Variables["CSRGRAPH_LOG"] = "Information";
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", Csrgraph.Seeds);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(serving, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(serving, Token + "x"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(serving, Token));
        Assert.Equal("""{"status":"ok"}""", await serving.Client.GetStringAsync("health/live", TestContext.Current.CancellationToken));
        await serving.EndAsync("TERM");
        Assert.DoesNotContain(serving.Lines, l => l.Contains(Token, StringComparison.Ordinal));
        Assert.Contains(serving.Lines, l => l.Contains("Authorization: Bearer $CSRGRAPH_TOKEN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(Token, false)]
    public async Task Who_listens_to_others_without_a_token_is_told_what_that_means(string? token, bool isTold)
    {
        csrgraph.Variables["CSRGRAPH_TOKEN"] = token;
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", Csrgraph.Seeds, "--urls", "http://0.0.0.0:0");
        await serving.EndAsync("TERM");

        Assert.Equal(isTold, serving.Lines.Any(l => l.Contains("whoever reaches this machine", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Behind_a_proxy_the_path_base_and_the_origins_of_the_settings_hold()
    {
        csrgraph.Variables["CSRGRAPH_PATH_BASE"] = "/graph";
        csrgraph.Variables["CSRGRAPH_PROXIES"] = "127.0.0.1";
        csrgraph.Variables["CSRGRAPH_ORIGINS"] = "https://news.example";
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", Csrgraph.Seeds);
        using var request = new HttpRequestMessage(HttpMethod.Get, "graph/");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "graph.example");
        request.Headers.Add("Origin", "https://news.example");

        using var page = await serving.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("POST https://graph.example/graph/graphql", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("https://news.example", Assert.Single(page.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Only_the_documents_of_a_folder_are_answered_and_the_schema_is_not_told()
    {
        const string Known = "{ events { totalCount } }\n";
        Directory.CreateDirectory(csrgraph.At("documents"));
        await File.WriteAllTextAsync(csrgraph.At("documents", "events.graphql"), Known, TestContext.Current.CancellationToken);
        csrgraph.Variables["CSRGRAPH_DOCUMENTS"] = "documents";
        csrgraph.Variables["CSRGRAPH_ONLY_DOCUMENTS"] = "true";
        csrgraph.Variables["CSRGRAPH_INTROSPECTION"] = "false";
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", Csrgraph.Seeds);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Known)));

        var byHash = await serving.Client.GetStringAsync($"graphql?documentId=sha256:{hash}", TestContext.Current.CancellationToken);
        var other = await serving.AskAsync("{ pledges { totalCount } }");

        Assert.StartsWith("""{"data":{"events":{"totalCount":""", byHash, StringComparison.Ordinal);
        Assert.Equal("DOCUMENT_NOT_ALLOWED", other.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(null, "CSRGRAPH_ONLY_DOCUMENTS needs a folder")]
    [InlineData("nowhere", "CSRGRAPH_DOCUMENTS: the documents cannot be read")]
    public async Task Documents_that_cannot_be_read_end_serve_with_2(string? folder, string said)
    {
        csrgraph.Variables["CSRGRAPH_DOCUMENTS"] = folder;
        csrgraph.Variables["CSRGRAPH_ONLY_DOCUMENTS"] = "true";

        var result = await csrgraph.RunAsync("serve", "--seed", Csrgraph.Seeds, "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(said, result.StandardError, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(Serving serving, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query = "{ events { totalCount } }" }) };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var response = await serving.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
