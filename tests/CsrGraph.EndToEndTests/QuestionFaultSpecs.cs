using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Questions that cannot be answered, over HTTP and through <c>query</c>.</summary>
public sealed class QuestionFaultSpecs(LoadedStore store) : IClassFixture<LoadedStore>
{
    public static TheoryData<string, string?, string> Refused => new()
    {
        { "{", null, "GRAPHQL_PARSE_FAILED" },
        { "{ nothing }", null, "GRAPHQL_VALIDATION_FAILED" },
        { "query($first: Int!) { events(first: $first) { totalCount } }", """{"first":"many"}""", "BAD_USER_INPUT" },
        { "query($first: Int!) { events(first: $first) { totalCount } }", "{}", "BAD_USER_INPUT" },
        { "mutation { load }", null, "NOT_A_QUERY" },
    };

    public static TheoryData<string, string> Failing => new()
    {
        { "{ events(first: -1) { totalCount } }", "events" },
        { "{ events(first: 101) { totalCount } }", "events" },
        { "{ events(after: \"nonsense\") { totalCount } }", "events" },
        { "{ signed(agent: \"event:forum-2018\", pledge: \"pledge:csr-2018\") { answer } }", "signed" },
        { "{ pledge(id: \"org:tencent\") { name } }", "pledge" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_refused_gets_400_and_ends_with_1(string query, string? variables, string code)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = new StringContent($$"""{"query":{{JsonSerializer.Serialize(query)}},"variables":{{variables ?? "null"}}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/graphql-response+json"));
        using var response = await store.Serving.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var queried = await QueryAsync(query, variables);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(code, Code(json.RootElement));
        Assert.False(json.RootElement.TryGetProperty("data", out _));
        Assert.Equal(code, Code(queried));
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task What_fails_while_it_is_answered_is_an_error_of_its_field(string query, string field)
    {
        var served = await store.Serving.AskAsync(query);
        var queried = await QueryAsync(query, null);

        Assert.Equal("BAD_USER_INPUT", Code(served));
        Assert.Equal(field, served.GetProperty("errors")[0].GetProperty("path")[0].GetString());
        Assert.Equal("BAD_USER_INPUT", Code(queried));
    }

    [Fact]
    public async Task A_cursor_of_another_question_is_refused()
    {
        var page = await store.Serving.AskAsync("{ events(first: 1) { pageInfo { endCursor } } }");
        var cursor = page.GetProperty("data").GetProperty("events").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        var foreign = await store.Serving.AskAsync("query($after: String!) { organisations(first: 1, after: $after) { totalCount } }", new { after = cursor });

        Assert.Equal("BAD_USER_INPUT", Code(foreign));
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_gets_400()
    {
        using var response = await store.Serving.Client.PostAsync(
            new Uri("graphql", UriKind.Relative), new StringContent("{ events }", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("BAD_REQUEST", Code(json.RootElement));
    }

    [Theory]
    [InlineData("--variables is not JSON", "{ events { totalCount } }", "--variables", "{")]
    [InlineData("no-such.json cannot be read", "{ events { totalCount } }", "--variables", "no-such.json")]
    [InlineData("neither a file nor a GraphQL document", "no-such.graphql")]
    public async Task Input_that_cannot_be_read_ends_with_1(string said, params string[] arguments)
    {
        var result = await store.Csrgraph.RunAsync(["query", .. arguments]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(said, result.StandardError, StringComparison.Ordinal);
        Assert.Empty(result.StandardOutput);
    }

    [Fact]
    public async Task A_question_is_taken_from_what_is_piped_in_and_Chinese_is_printed_as_itself()
    {
        var result = await store.Csrgraph.RunPipedAsync("""{ organisation(id: "org:tencent") { name } }""", "query", "-");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("      \"name\": \"腾讯\"", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_says_who_says_so_and_asks_back_where_a_name_is_nobodys_or_several()
    {
        var shown = await store.Csrgraph.RunAsync("show", "腾讯");
        var byId = await store.Csrgraph.RunAsync("show", "org:tencent");
        var document = await store.Csrgraph.RunAsync("show", "csr-forum-2018");
        var several = await store.Csrgraph.RunAsync("show", "社会责任");
        var nobody = await store.Csrgraph.RunAsync("show", "无此公司");

        Assert.Contains("腾讯 signed 《2018中国互联网企业履行社会责任倡议》", shown.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("[csr-forum-2018 1768-1770]", shown.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(shown.StandardOutput, byId.StandardOutput);
        Assert.Contains("腾讯 signed", document.StandardOutput, StringComparison.Ordinal);
        Assert.Equal((1, 1), (several.ExitCode, nobody.ExitCode));
        Assert.Contains("say which by its id", several.StandardError, StringComparison.Ordinal);
        Assert.Contains("nothing is called '无此公司'", nobody.StandardError, StringComparison.Ordinal);
    }

    private static string? Code(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private async Task<JsonElement> QueryAsync(string query, string? variables)
    {
        var result = await store.Csrgraph.RunAsync(["query", query, .. variables is null ? Array.Empty<string>() : ["--variables", variables]]);
        Assert.Equal(1, result.ExitCode);
        return JsonDocument.Parse(result.StandardOutput).RootElement;
    }
}
