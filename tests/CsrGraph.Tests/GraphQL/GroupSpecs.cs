using CsrGraph.GraphQL;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Groupings and aggregates.</summary>
public sealed class GroupSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    [Fact]
    public async Task Organisations_are_grouped_by_category_with_their_members_in_two_calls()
    {
        small.Store.Reset();
        var data = await small.Ask.DataAsync(
            "{ organisationsGroupedBy(by: [CATEGORY]) { totalCount pageInfo { hasNextPage } groups { key { category } count members(first: 2) { totalCount nodes { id } } } } }");

        Assert.Equal(4, (int)data["organisationsGroupedBy"]!["totalCount"]!);
        Assert.Equal(["COMPANY", "ASSOCIATION", "REGULATOR", null], data.Texts("organisationsGroupedBy.groups.key.category"));
        Assert.Equal(["2", "1", "1", "1"], data.Texts("organisationsGroupedBy.groups.count"));
        Assert.Equal(["org:iqiyi", "org:tencent", "org:assoc", "org:nrta", "org:plain"], data.Texts("organisationsGroupedBy.groups.members.nodes.id"));
        Assert.Equal(2, small.Store.Reads);
    }

    [Fact]
    public async Task A_key_is_a_value_or_what_its_id_names()
    {
        var data = await small.Ask.DataAsync(
            """
            {
              eventsGroupedBy(by: [YEAR, PLACE]) { groups { key { year place { name } month } count } }
              claimsGroupedBy(by: [KIND, RELATION_TYPE], having: { count: { gte: 2 } }, sort: [{ key: ASC }]) { groups { key { kind relationType } count } }
              documentsGroupedBy(by: [PUBLISHER, MONTH]) { groups { key { publisher { name } month } } }
            }
            """);
        Assert.Equal(
            """[{"key":{"year":2018,"place":{"name":"北京"},"month":null},"count":1},{"key":{"year":2024,"place":null,"month":null},"count":1},{"key":{"year":null,"place":null,"month":null},"count":1}]""",
            data["eventsGroupedBy"]!["groups"]!.ToJsonString(Plain));
        Assert.Equal(
            ["ATTENDED", "GUIDED", "HOSTED", "SIGNED", "SPOKE_AT"], data.Texts("claimsGroupedBy.groups.key.relationType").OfType<string>());
        Assert.Equal(["2018-08", null], data.Texts("documentsGroupedBy.groups.key.month"));
        Assert.Equal(["网络协会"], data.Texts("documentsGroupedBy.groups.key.publisher.name").OfType<string>());
    }

    [Fact]
    public async Task Groups_are_paged_by_cursors_and_so_are_members()
    {
        const string Query =
            "query ($after: String) { claimsGroupedBy(by: [KIND], first: 2, after: $after) { pageInfo { endCursor hasNextPage } groups { key { kind } members(first: 1) { pageInfo { endCursor } } } } }";
        var first = await small.Ask.DataAsync(Query);
        var second = await small.Ask.DataAsync(Query, new { after = (string)first["claimsGroupedBy"]!["pageInfo"]!["endCursor"]! });
        Assert.Equal(["RELATION", "ROSTER"], first.Texts("claimsGroupedBy.groups.key.kind"));
        Assert.DoesNotContain("RELATION", second.Texts("claimsGroupedBy.groups.key.kind"));

        var cursor = first.Texts("claimsGroupedBy.groups.members.pageInfo.endCursor")[0];
        var members = await small.Ask.AnswerAsync(
            "query ($after: String) { claimsGroupedBy(by: [KIND], first: 1) { groups { members(first: 1, after: $after) { pageInfo { hasPreviousPage } } } } }", new { after = cursor });
        Assert.Equal(["true"], members["data"].Texts("claimsGroupedBy.groups.members.pageInfo.hasPreviousPage"));
    }

    [Fact]
    public async Task An_aggregate_speaks_of_all_rows_whatever_the_page()
    {
        var data = await small.Ask.DataAsync(
            """
            {
              events(first: 1) { nodes { id } aggregate { count distinctNodes earliest latest named } }
              event(id: "event:forum") { speakers(first: 0) { aggregate { count distinctNodes } } }
              pledges(sort: [{ name: ASC }]) { nodes { signatories(first: 0) { aggregate { named statedMin statedMax } } } aggregate { named statedMin statedMax } }
              search(text: "倡议", first: 0) { aggregate { count statedMin statedMax } }
              claims(filter: { kind: { eq: ROSTER } }, first: 0) { aggregate { count named statedMin statedMax } }
            }
            """);
        Assert.Equal("""{"count":3,"distinctNodes":3,"earliest":"2018-08-26","latest":"2024-12-31","named":null}""", data["events"]!["aggregate"]!.ToJsonString());
        Assert.Equal("""{"count":3,"distinctNodes":2}""", data["event"]!["speakers"]!["aggregate"]!.ToJsonString());
        Assert.Equal("""{"named":3,"statedMin":65,"statedMax":null}""", data["pledges"]!["aggregate"]!.ToJsonString());
        Assert.Equal(["3", "2"], data.Texts("pledges.nodes.signatories.aggregate.statedMin").OfType<string>().OrderDescending());
        Assert.Equal("""{"count":2,"statedMin":63,"statedMax":null}""", data["search"]!["aggregate"]!.ToJsonString());
        Assert.Equal("""{"count":3,"named":3,"statedMin":65,"statedMax":null}""", data["claims"]!["aggregate"]!.ToJsonString());
    }

    [Fact]
    public async Task Groups_and_aggregates_follow_as_of()
    {
        var data = await small.Ask.DataAsync(
            "{ asOf(knownAt: 1) { eventsGroupedBy(by: [YEAR]) { groups { count } } event(id: \"event:forum\") { attendees { aggregate { count } } } } }");
        Assert.Equal("2", data["asOf"]!["event"]!["attendees"]!["aggregate"]!["count"]!.ToString());
        Assert.Equal("1", (await small.Ask.DataAsync("{ event(id: \"event:forum\") { attendees { aggregate { count } } } }"))["event"]!["attendees"]!["aggregate"]!["count"]!.ToString());
    }

    [Theory]
    [InlineData("{ organisationsGroupedBy(by: [], having: { count: { gte: 2 } }) { totalCount } }", "'by' is empty: groups, and what 'having' says of them, take one or two keys")]
    [InlineData("{ organisationsGroupedBy(by: [CATEGORY, PLACE, PUBLISHER]) { totalCount } }", "'by' has 3 keys; it may have 2")]
    [InlineData("{ organisationsGroupedBy(by: [CATEGORY, CATEGORY]) { totalCount } }", "'by' names one key twice")]
    [InlineData("{ organisationsGroupedBy(by: [CATEGORY], having: { count: { gte: -1 } }) { totalCount } }", "'gte' is -1; a group has at least one member")]
    [InlineData("{ organisationsGroupedBy(by: [CATEGORY], sort: [{ count: DESC, key: ASC }]) { totalCount } }", "each item of 'sort' names one field: [{ count: DESC }, { key: ASC }]")]
    [InlineData("{ organisationsGroupedBy(by: [CATEGORY], first: 101) { totalCount } }", "'first' is 101; it must be from 0 to 100")]
    public async Task A_grouping_that_makes_no_sense_is_refused(string query, string message) =>
        Assert.Equal((ErrorCode.BadUserInput, message), await small.Ask.ErrorAsync(query));

    [Theory]
    [InlineData("{ organisationsGroupedBy(having: { count: { gte: 2 } }) { totalCount } }")]
    [InlineData("{ organisations(having: { count: { gte: 2 } }) { totalCount } }")]
    [InlineData("{ organisationsGroupedBy(by: [YEAR]) { totalCount } }")]
    public async Task What_there_is_no_such_key_or_argument_for_does_not_fit_the_schema(string query) =>
        Assert.Equal(ErrorCode.ValidationFailed, (await small.Ask.ErrorAsync(query)).Code);

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
