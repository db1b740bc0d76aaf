using System.Net;
using System.Text.Json;
using CsrGraph.GraphQL;
using CsrGraph.Web.Documents;
using Xunit;

namespace CsrGraph.Tests.Web;

/// <summary>Documents that are asked by their hash.</summary>
public sealed class DocumentSpecs
{
    private const string Text = "{ a }";
    private const string GraphQL = "application/graphql-response+json";

    private static readonly string Hash = DocumentHash.Of(Text);

    private readonly List<ApiRequest> asked = [];

    [Fact]
    public async Task A_document_that_is_laid_down_is_asked_by_its_hash()
    {
        await using var server = await StartAsync(isOnly: false, Text);

        await server.PostAsync($$$"""{"documentId":"sha256:{{{Hash}}}","variables":{"x":1}}""");
        await server.SendAsync(HttpMethod.Get, $"graphql?documentId=sha256:{Hash}");

        Assert.Equal([Text, Text], asked.Select(a => a.Query));
        Assert.Equal(1, asked[0].Variables!.Value.GetProperty("x").GetInt32());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData(GraphQL, HttpStatusCode.BadRequest)]
    public async Task Apollos_clients_are_told_to_send_a_document_once_and_then_ask_by_its_hash(string? accept, HttpStatusCode unknown)
    {
        await using var server = await StartAsync(isOnly: false);
        var byHash = Apollo(null, Hash);
        var path = $"graphql?extensions={Uri.EscapeDataString($$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{Hash}}}"}}""")}";

        var message = await ErrorShape.RequireAsync(await server.PostAsync(byHash, accept), unknown, "PERSISTED_QUERY_NOT_FOUND");
        await server.PostAsync(Apollo(Text, Hash), accept);
        await server.PostAsync(byHash, accept);
        await server.SendAsync(HttpMethod.Get, path, accept);

        Assert.Equal("PersistedQueryNotFound", message);
        Assert.Equal([Text, Text, Text], asked.Select(a => a.Query));
    }

    [Fact]
    public async Task A_document_that_was_not_answered_is_not_kept()
    {
        await using var server = await RunningServer.StartAsync((_, _) => Task.FromResult(RunningServer.Json("{}", isExecuted: false, code: ErrorCode.ValidationFailed)));

        await server.PostAsync(Apollo(Text, Hash));

        await ErrorShape.RequireAsync(await server.PostAsync(Apollo(null, Hash), GraphQL), HttpStatusCode.BadRequest, "PERSISTED_QUERY_NOT_FOUND");
    }

    [Theory]
    [InlineData("""{"query":"{ b }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"HASH"}}}""")]
    [InlineData("""{"query":"{ b }","documentId":"sha256:HASH"}""")]
    [InlineData("""{"documentId":"HASH"}""")]
    [InlineData("""{"documentId":"sha256:1234"}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"HASH"}}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":"1","sha256Hash":"HASH"}}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1}}}""")]
    [InlineData("""{"extensions":{"persistedQuery":[]}}""")]
    [InlineData("""{"documentId":"sha256:0000000000000000000000000000000000000000000000000000000000000000","extensions":{"persistedQuery":{"version":1,"sha256Hash":"HASH"}}}""")]
    public async Task A_hash_that_is_none_or_another_documents_gets_400(string body)
    {
        await using var server = await StartAsync(isOnly: false, Text);

        await ErrorShape.RequireAsync(await server.PostAsync(body.Replace("HASH", Hash, StringComparison.Ordinal)), HttpStatusCode.BadRequest, "BAD_REQUEST");

        Assert.Empty(asked);
    }

    [Fact]
    public async Task Where_only_documents_that_are_laid_down_are_answered_no_other_is()
    {
        await using var server = await StartAsync(isOnly: true, Text);
        var other = DocumentHash.Of("{ b }");

        await server.PostAsync("""{"query":"{ a }"}""");
        await server.PostAsync($$"""{"documentId":"sha256:{{Hash}}"}""");
        await ErrorShape.RequireAsync(await server.PostAsync("""{"query":"{ b }"}""", GraphQL), HttpStatusCode.BadRequest, "DOCUMENT_NOT_ALLOWED");
        await ErrorShape.RequireAsync(await server.PostAsync(Apollo("{ b }", other), GraphQL), HttpStatusCode.BadRequest, "DOCUMENT_NOT_ALLOWED");
        await ErrorShape.RequireAsync(await server.PostAsync(Apollo(null, other), GraphQL), HttpStatusCode.BadRequest, "PERSISTED_QUERY_NOT_FOUND");

        Assert.Equal([Text, Text], asked.Select(a => a.Query));
    }

    [Fact]
    public void A_folder_of_documents_is_read_by_the_hashes_of_its_files()
    {
        var folder = Directory.CreateTempSubdirectory("csrgraph-test-");
        try
        {
            Assert.Throws<FormatException>(() => DocumentFolder.Read(folder.FullName));
            File.WriteAllText(Path.Combine(folder.CreateSubdirectory("below").FullName, "a.graphql"), Text);

            Assert.Equal(Text, DocumentFolder.Read(folder.FullName)[Hash]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_clients_send_is_kept_within_bounds_and_what_is_asked_for_the_longest()
    {
        var kept = new SentDocuments();
        kept.Keep("often", Text);
        for (var i = 0; i < 10_000; i++)
        {
            kept.Keep($"{i}", Text);
            Assert.Equal(Text, kept.Find("often"));
        }

        Assert.Null(kept.Find("0"));
    }

    private static string Apollo(string? query, string hash) =>
        JsonSerializer.Serialize(new { query, extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } } });

    private Task<RunningServer> StartAsync(bool isOnly, params string[] documents) => RunningServer.StartAsync(
        (question, _) =>
        {
            asked.Add(question);
            return Task.FromResult(RunningServer.Json("""{"data":null}"""));
        },
        with: settings => settings with { IsOnlyDocuments = isOnly, Documents = documents.ToDictionary(DocumentHash.Of) });
}
