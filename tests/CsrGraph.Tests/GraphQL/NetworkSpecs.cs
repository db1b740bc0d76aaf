using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>What lies around entities, as the API tells it.</summary>
public sealed class NetworkSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    [Fact]
    public async Task A_network_has_nodes_with_degrees_and_edges_with_claims_and_evidence()
    {
        var network = (await small.Ask.DataAsync(
            "{ network(around: [\"event:expo\"]) { nodes { entity { id } degree shown distance } edges { relation from { id } to { id } certainty claims { id type } evidence { quote } } truncated { shown } } }"))["network"]!;
        Assert.Equal(["event:expo", "org:tencent", "org:assoc", "org:iqiyi"], network.Texts("nodes.entity.id"));
        Assert.Equal(["4", "5", "2", "2"], network.Texts("nodes.degree"));
        Assert.Equal(["4", "2", "1", "1"], network.Texts("nodes.shown"));
        Assert.Equal(["0", "1", "1", "1"], network.Texts("nodes.distance"));
        Assert.Equal(["GUIDED", "ATTENDED", "ATTENDED", "HOSTED"], network.Texts("edges.relation"));
        Assert.Equal(["UNCERTAIN", "CERTAIN", "CERTAIN", "CERTAIN"], network.Texts("edges.certainty"));
        Assert.Equal(network.Texts("edges.relation"), network.Texts("edges.claims.type"));
        Assert.All(network.Texts("edges.evidence.quote"), q => Assert.StartsWith("引文", q, StringComparison.Ordinal));
        Assert.Empty(network["truncated"]!.AsArray());
    }

    [Fact]
    public async Task What_is_left_out_is_said_and_counted()
    {
        var network = (await small.Ask.DataAsync(
            "{ network(around: [\"event:expo\"], limit: 2) { nodes { entity { id } } truncated { relationType shown total } } }"))["network"]!;
        Assert.Equal(["event:expo", "org:tencent"], network.Texts("nodes.entity.id"));
        Assert.Equal("""[{"relationType":"GUIDED","shown":0,"total":1},{"relationType":"ATTENDED","shown":1,"total":2}]""", network["truncated"]!.ToJsonString());
    }

    [Fact]
    public async Task Nobody_is_around_an_entity_without_relations_and_another_time_has_other_neighbours()
    {
        var data = await small.Ask.DataAsync(
            "{ network(around: [\"org:plain\"]) { nodes { degree } edges { relation } } asOf(knownAt: 1) { network(around: [\"org:qiyi\"], kinds: [EVENT]) { nodes { entity { id } } } } }");
        Assert.Equal("""{"nodes":[{"degree":0}],"edges":[]}""", data["network"]!.ToJsonString());
        Assert.Equal(["org:iqiyi", "event:forum"], data["asOf"]!["network"].Texts("nodes.entity.id"));
    }

    [Theory]
    [InlineData("around: []", "'around' names nobody: give one id at least")]
    [InlineData("around: [\"org:tencent\", \"org:nobody\"]", "there is no 'org:nobody'")]
    [InlineData("around: [\"doc-a\"]", "'doc-a' is a document; relations stand between entities")]
    [InlineData("around: [\"org:tencent\"], depth: 4", "'depth' is 4; it must be from 1 to 3")]
    [InlineData("around: [\"org:tencent\"], limit: 2001", "'limit' is 2001; it must be from 1 to 2000")]
    [InlineData("around: [\"org:tencent\"], kinds: []", "no kind is given: name one at least, or leave them out to go through all")]
    public async Task What_is_no_question_is_refused_with_the_reason(string arguments, string message) =>
        Assert.Equal(("BAD_USER_INPUT", message), await small.Ask.ErrorAsync($"{{ network({arguments}) {{ nodes {{ degree }} }} }}"));
}
