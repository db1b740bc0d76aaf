using System.Text.Json.Nodes;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>How two entities are connected, as the API tells it.</summary>
public sealed class PathSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    private const string Question =
        "query ($from: ID!, $to: ID!) { paths(from: $from, to: $to) { found length count because paths { length sentence hops "
        + "{ relation forward from { id name } to { id name } when { text } certainty claim { id } evidence { quote } } } searched { entities relations } "
        + "notEntered { entity { id } degree } notEnteredCount } }";

    [Fact]
    public async Task A_path_is_told_hop_by_hop_with_its_evidence()
    {
        var answer = (await small.Ask.DataAsync(Question, new { from = "org:iqiyi", to = "org:tencent" }))["paths"]!;
        Assert.Equal((true, 2, 3), ((bool)answer["found"]!, (int)answer["length"]!, (int)answer["count"]!));
        Assert.Equal("爱奇艺 and 腾讯 are 2 relations apart, in 3 ways", (string)answer["because"]!);
        Assert.Equal(["爱奇艺 attended 视听博览会; 腾讯 attended 视听博览会", "爱奇艺 attended 视听博览会; 腾讯 hosted 视听博览会", "爱奇艺 signed 封闭公约; 腾讯 signed 封闭公约"], answer.Texts("paths.sentence"));
        var hops = answer["paths"]![0]!["hops"]!;
        Assert.Equal(["ATTENDED", "ATTENDED"], hops.Texts("relation"));
        Assert.Equal(["true", "false"], hops.Texts("forward"));
        Assert.Equal(["org:iqiyi", "event:expo"], hops.Texts("from.id"));
        Assert.Equal(["event:expo", "org:tencent"], hops.Texts("to.id"));
        Assert.Equal(["CERTAIN", "CERTAIN"], hops.Texts("certainty"));
        Assert.All(hops.Texts("evidence.quote"), q => Assert.StartsWith("引文", q, StringComparison.Ordinal));
        Assert.All(hops.Texts("claim.id"), id => Assert.StartsWith("claim:", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task None_is_an_answer_in_both_languages()
    {
        var data = await small.Ask.DataAsync(
            "{ paths(from: \"org:plain\", to: \"org:tencent\", maxLength: 2) { found length paths { length } because zh: because(lang: ZH) } }");
        Assert.Equal(
            """{"found":false,"length":null,"paths":[],"because":"no path of at most 2 relations leads from \u65E0\u7C7B\u673A\u6784 to \u817E\u8BAF","zh":"\u4ECE\u65E0\u7C7B\u673A\u6784\u5230\u817E\u8BAF\u6CA1\u67092\u6B65\u4EE5\u5185\u7684\u8DEF\u5F84"}""",
            data["paths"]!.ToJsonString());
    }

    [Fact]
    public async Task A_hub_is_named_with_its_degree()
    {
        var data = await small.Ask.DataAsync(
            "{ paths(from: \"org:iqiyi\", to: \"org:tencent\", hubLimit: 2, kinds: [EVENT]) { found notEntered { entity { name } degree } notEnteredCount none: notEntered(first: 0) { degree } } }");
        Assert.Equal("""[{"entity":{"name":"视听博览会"},"degree":4}]""", Plain(data["paths"]!["notEntered"]));
        Assert.Equal(1, (int)data["paths"]!["notEnteredCount"]!);
        Assert.Empty(data["paths"]!["none"]!.AsArray());
    }

    [Fact]
    public async Task A_path_is_asked_as_of_another_time()
    {
        var data = await small.Ask.DataAsync(
            "{ asOf(knownAt: 1) { paths(from: \"org:iqiyi\", to: \"person:li\") { length } } now: paths(from: \"org:iqiyi\", to: \"person:li\") { length } }");
        Assert.Equal((2, 4), ((int)data["asOf"]!["paths"]!["length"]!, (int)data["now"]!["length"]!));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_number_of_paths_that_cannot_be_is_refused_also_where_none_is_asked_for(int first)
    {
        var answer = await small.Ask.AnswerAsync($"{{ paths(from: \"org:iqiyi\", to: \"org:tencent\", first: {first}) {{ found }} }}");
        Assert.Equal($"'first' is {first}; it must be from 0 to 100", (string)answer["errors"]![0]!["message"]!);
    }

    [Theory]
    [InlineData("from: \"org:tencent\", to: \"org:nobody\"", "there is no 'org:nobody'")]
    [InlineData("from: \"doc-a\", to: \"org:tencent\"", "'doc-a' is a document; relations stand between entities")]
    [InlineData("from: \"org:tencent\", to: \"org:nrta\", maxLength: 7", "'maxLength' is 7; it must be from 1 to 6")]
    [InlineData("from: \"org:tencent\", to: \"org:nrta\", relationTypes: []", "no relation type is given: name one at least, or leave them out to follow all")]
    [InlineData("from: \"org:tencent\", to: \"org:nrta\", relationTypes: [SAME_AS]", "SAME_AS only proposes that two entities are one, and is never followed; `sameAs` shows what is proposed")]
    [InlineData("from: \"org:tencent\", to: \"org:nrta\", first: -1", "'first' is -1; it must be from 0 to 100")]
    public async Task What_is_no_question_is_refused_with_the_reason(string arguments, string message) =>
        Assert.Equal(("BAD_USER_INPUT", message), await small.Ask.ErrorAsync($"{{ paths({arguments}) {{ found paths {{ length }} }} }}"));

    [Fact]
    public async Task A_merged_id_is_what_it_became_and_an_entity_is_no_relation_apart_from_itself()
    {
        var data = await small.Ask.DataAsync("{ paths(from: \"org:qiyi\", to: \"org:iqiyi\") { found length because paths { length sentence hops { relation } } } }");
        Assert.Equal("""{"found":true,"length":0,"because":"both ends are 爱奇艺","paths":[{"length":0,"sentence":"爱奇艺","hops":[]}]}""", Plain(data["paths"]));
    }

    private static string Plain(JsonNode? node) =>
        node!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
