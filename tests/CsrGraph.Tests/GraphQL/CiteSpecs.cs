using System.Text.Json.Nodes;
using CsrGraph.GraphQL;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

public sealed class CiteSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    [Theory]
    [InlineData("doc-a", "李梅. 论坛报道. 网络协会. 2018-08-27. retrieved 2025-01-20.")]
    [InlineData("doc-b", "博览会报道.")]
    [InlineData("org:tencent", "腾讯. CsrGraph, change-set 2, known at 2025-02-01T00:00:00Z, org:tencent.")]
    [InlineData("org:qiyi", "爱奇艺. CsrGraph, change-set 2, known at 2025-02-01T00:00:00Z, org:iqiyi.")]
    public async Task A_document_names_its_authors_and_publisher_and_an_entity_the_state(string id, string text) =>
        Assert.Equal(text, await CiteAsync(id, "TEXT"));

    [Fact]
    public async Task A_claim_is_cited_by_its_sentence_its_words_and_the_state()
    {
        var data = await small.Ask.DataAsync("{ event(id: \"event:forum\") { guidedBy { edges { claim { id } evidence { quote document { title } } } } } }");
        var id = data.Texts("event.guidedBy.edges.claim.id")[0]!;
        var quote = data.Texts("event.guidedBy.edges.evidence.quote")[0];

        Assert.Equal($"网络协会. 广电总局 guided 责任论坛 (jointly). 2018-08-27. CsrGraph, change-set 2, known at 2025-02-01T00:00:00Z, {id}. “{quote}” (论坛报道).", await CiteAsync(id, "TEXT"));
        Assert.StartsWith($"网络协会. 广电总局指导了责任论坛", await CiteAsync(id, "TEXT", ", lang: ZH"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_asOf_the_state_is_that_one()
    {
        var data = await small.Ask.DataAsync("{ asOf(knownAt: 1) { cite(id: \"org:tencent\", style: CSL_JSON) } }");

        var item = JsonNode.Parse((string)data["asOf"]!["cite"]!)!.AsArray().Single()!;
        Assert.Equal("1", (string)item["version"]!);
        Assert.Equal("腾讯", (string)item["title"]!);
    }

    [Fact]
    public async Task Bibtex_is_one_entry_whose_names_are_taken_whole()
    {
        const string Expected = """
            @misc{doc-a,
              author = {{李梅}},
              title = {{论坛报道}},
              publisher = {网络协会},
              year = {2018},
              month = aug,
              day = {27},
              urldate = {2025-01-20}
            }

            """;
        Assert.Equal(Expected, await CiteAsync("doc-a", "BIBTEX"));
    }

    [Theory]
    [InlineData("org:nobody")]
    [InlineData("no-such-document")]
    [InlineData("claim:00000000000000000000000000000000")]
    public async Task An_unknown_id_is_cited_by_nothing(string id) => Assert.Null(await CiteAsync(id, "BIBTEX"));

    [Fact]
    public async Task What_is_no_id_is_refused() =>
        Assert.Equal(ErrorCode.BadUserInput, (await small.Ask.ErrorAsync("{ cite(id: \"Tencent Inc.\") }")).Code);

    private async Task<string?> CiteAsync(string id, string style, string more = "") =>
        (string?)(await small.Ask.DataAsync($"{{ cite(id: \"{id}\", style: {style}{more}) }}"))["cite"];
}
