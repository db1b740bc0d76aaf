using System.Text;
using System.Text.Json;
using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>An answer says of which state it is, and a question put to that state gives the same bytes later.</summary>
public sealed class SnapshotSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    private const string Questions = """
        event(id: "event:forum") { name date { text } attendees { totalCount edges { cursor node { name } evidence { quote document { title } } } } }
        organisations(first: 5) { totalCount nodes { id name } pageInfo { endCursor } }
        statistics { claims changeSets } changeSets { number at } cite(id: "org:tencent")
        """;

    [Theory]
    [InlineData("""{ "snapshot": true }""", "{ statistics { claims } }", """{"head":2,"knownAt":"2025-02-01T00:00:00Z"}""")]
    [InlineData("""{ "snapshot": true }""", "{ asOf(knownAt: 1) { statistics { claims } } }", """{"head":2,"knownAt":"2025-02-01T00:00:00Z"}""")]
    [InlineData("""{ "snapshot": true }""", "{ __typename }", """{"head":2,"knownAt":"2025-02-01T00:00:00Z"}""")]
    [InlineData("""{ "snapshot": false }""", "{ statistics { claims } }", null)]
    [InlineData("{}", "{ statistics { claims } }", null)]
    public async Task An_answer_that_is_asked_for_it_says_its_state(string extensions, string query, string? snapshot) =>
        Assert.Equal(snapshot, await SnapshotAsync(small.Ask.Api, query, extensions));

    [Fact]
    public async Task An_empty_store_says_so()
    {
        await using var store = new InMemoryStore();
        using var api = new GraphQLApi(VocabularyDefinition.Load(), store);

        Assert.Equal("""{"head":0,"knownAt":null}""", await SnapshotAsync(api, "{ statistics { claims } }", """{ "snapshot": true }"""));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"2025-01-20T12:00:00Z\"")]
    public async Task A_question_put_to_a_state_gives_the_same_bytes_when_more_was_loaded(string knownAt)
    {
        await using var store = new InMemoryStore();
        using var asking = new Asking(new GraphQLApi(VocabularyDefinition.Load(), store));
        await new GraphBuilder().Document("doc-a", "论坛报道", "2018-08-27").Entity("org:tencent", "ORGANISATION", "腾讯", "COMPANY").Entity("event:forum", "EVENT", "论坛", date: "2018")
            .Relation("ATTENDED", "org:tencent", "event:forum").ApplyAsync(store);
        var question = $"{{ asOf(knownAt: {knownAt}) {{ {Questions} }} }}";
        var before = await BytesAsync(asking, question);

        await new GraphBuilder().Entity("org:baidu", "ORGANISATION", "百度", "COMPANY").Entity("event:expo", "EVENT", "博览会")
            .Relation("ATTENDED", "org:baidu", "event:expo").ApplyAsync(store, 1, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Contains("腾讯", before, StringComparison.Ordinal);
        Assert.Equal(before, await BytesAsync(asking, question));
        Assert.NotEqual(await BytesAsync(asking, $"{{ {Questions} }}"), before);
    }

    private static async Task<string> BytesAsync(Asking asking, string question)
    {
        var answer = await asking.SendAsync(question);
        Assert.False(answer.HasErrors, Encoding.UTF8.GetString(answer.Json.Span));
        return Encoding.UTF8.GetString(answer.Json.Span);
    }

    private static async Task<string?> SnapshotAsync(GraphQLApi api, string query, string extensions)
    {
        using var asked = JsonDocument.Parse(extensions);
        using var answer = await api.AnswerAsync(new ApiRequest(query, null, null, asked.RootElement), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(answer.Json);
        return json.RootElement.TryGetProperty("extensions", out var given) ? given.GetProperty("snapshot").GetRawText() : null;
    }
}
