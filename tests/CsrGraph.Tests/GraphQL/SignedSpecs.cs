using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Rosters, and what may be concluded from them.</summary>
public sealed class SignedSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    [Theory]
    [InlineData("org:tencent", "pledge:open", "YES", "腾讯 is named as a signatory of 开放倡议")]
    [InlineData("org:iqiyi", "pledge:open", "UNKNOWN", "the roster '3家企业' of 开放倡议 states 3 and names 1; 爱奇艺 may be one of the 2 unnamed")]
    [InlineData("org:qiyi", "pledge:closed", "YES", "爱奇艺 is named as a signatory of 封闭公约")]
    [InlineData("org:assoc", "pledge:closed", "NO", "the roster '腾讯和爱奇艺' of 封闭公约 names all its 2 members, and 网络协会 is not among them")]
    [InlineData("person:li", "pledge:launched", "UNKNOWN", "no roster of signatories is recorded for 发布倡议; what there is: '60余名大V' (launched)")]
    public async Task Signing_is_answered_with_the_roster_that_decides(string agent, string pledge, string answer, string because)
    {
        small.Store.Reset();
        var signed = (await small.Ask.DataAsync(
            "query ($agent: ID!, $pledge: ID!) { signed(agent: $agent, pledge: $pledge) { answer because evidence { quote } } }", new { agent, pledge }))["signed"]!;
        Assert.Equal((answer, because), ((string)signed["answer"]!, (string)signed["because"]!));
        Assert.Single(signed["evidence"]!.AsArray());
        Assert.True(small.Store.Reads <= 4, $"{small.Store.Reads} calls");
    }

    [Fact]
    public async Task The_reason_comes_in_Chinese_too()
    {
        var data = await small.Ask.DataAsync("{ signed(agent: \"org:assoc\", pledge: \"pledge:open\") { because(lang: ZH) } }");
        Assert.Equal("开放倡议的名单“3家企业”称3，具名1；网络协会可能在未具名者之中", (string)data["signed"]!["because"]!);
    }

    [Fact]
    public async Task A_roster_says_how_many_are_named_and_how_many_are_not()
    {
        var data = await small.Ask.DataAsync(
            "{ pledges(sort: [{ name: DESC }]) { nodes { name roster(role: SIGNED) { stated { raw min max kind } named { count nodes { name } } unnamed closure unit initiative { name } evidence { quote } } rosters { role stated { min max kind } unnamed named { count } } } } }");
        var nodes = data["pledges"]!["nodes"]!.AsArray().ToDictionary(n => (string)n!["name"]!, n => n!);
        var open = nodes["开放倡议"]["roster"]!;
        Assert.Equal((1, 2, "OPEN"), ((int)open["named"]!["count"]!, (int)open["unnamed"]!, (string)open["closure"]!));
        Assert.Equal(["腾讯", "爱奇艺"], nodes["封闭公约"].Texts("roster.named.nodes.name"));
        Assert.Null(nodes["发布倡议"]["roster"]);
        var launched = nodes["发布倡议"]["rosters"]![0]!;
        Assert.Equal(("LAUNCHED", 60, null), ((string)launched["role"]!, (int)launched["stated"]!["min"]!, (int?)launched["stated"]!["max"]));
        Assert.Null(launched["unnamed"]);
        Assert.Equal(0, (int)launched["named"]!["count"]!);
    }
}
