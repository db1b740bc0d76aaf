using System.Text.Json;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>What filters mean, one row for each case. A missing value satisfies only isMissing and not.</summary>
public sealed class FilterSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    [Theory]
    [InlineData("organisations", "{}", "广电总局 腾讯 爱奇艺 网络协会 无类机构")]
    [InlineData("organisations", "{ name: { eq: \"腾讯\" } }", "腾讯")]
    [InlineData("organisations", "{ name: { in: [\"腾讯\", \"爱奇艺\", \"没有\"] } }", "腾讯 爱奇艺")]
    [InlineData("organisations", "{ name: { contains: \"奇\" } }", "爱奇艺")]
    [InlineData("organisations", "{ name: { startsWith: \"网络\" } }", "网络协会")]
    [InlineData("organisations", "{ name: { startsWith: \"协会\" } }", "")]
    [InlineData("organisations", "{ name: { isMissing: true } }", "")]
    [InlineData("organisations", "{ name: { contains: \"机\", startsWith: \"无\" } }", "无类机构")]
    [InlineData("organisations", "{ id: { eq: \"org:tencent\" } }", "腾讯")]
    [InlineData("organisations", "{ id: { in: [\"org:tencent\", \"org:nobody\"] } }", "腾讯")]
    [InlineData("organisations", "{ id: { in: [] } }", "")]
    [InlineData("organisations", "{ category: { eq: COMPANY } }", "腾讯 爱奇艺")]
    [InlineData("organisations", "{ category: { in: [REGULATOR, ASSOCIATION] } }", "广电总局 网络协会")]
    [InlineData("organisations", "{ not: { category: { eq: COMPANY } } }", "广电总局 网络协会 无类机构")]
    [InlineData("organisations", "{ and: [{ category: { eq: COMPANY } }, { name: { contains: \"讯\" } }] }", "腾讯")]
    [InlineData("organisations", "{ or: [{ category: { eq: REGULATOR } }, { name: { eq: \"腾讯\" } }] }", "广电总局 腾讯")]
    [InlineData("organisations", "{ and: [] }", "广电总局 腾讯 爱奇艺 网络协会 无类机构")]
    [InlineData("organisations", "{ or: [] }", "")]
    [InlineData("events", "{ date: { from: \"2018-08-26\", to: \"2018-08-26\" } }", "责任论坛")]
    [InlineData("events", "{ date: { from: \"2024-05-01\", to: \"2024-05-02\" } }", "视听博览会")]
    [InlineData("events", "{ date: { from: \"2019-01-01\" } }", "视听博览会")]
    [InlineData("events", "{ date: { to: \"2023-12-31\" } }", "责任论坛")]
    [InlineData("events", "{ date: { isMissing: true } }", "座谈会")]
    [InlineData("events", "{ date: { isMissing: false } }", "责任论坛 视听博览会")]
    [InlineData("events", "{ not: { date: { from: \"2019-01-01\" } } }", "责任论坛 座谈会")]
    [InlineData("events", "{ guidedBy: { some: {} } }", "责任论坛 视听博览会")]
    [InlineData("events", "{ guidedBy: { none: {} } }", "座谈会")]
    [InlineData("events", "{ guidedBy: { some: { category: { eq: REGULATOR } } } }", "责任论坛")]
    [InlineData("events", "{ guidedBy: { none: { category: { eq: REGULATOR } } } }", "视听博览会 座谈会")]
    [InlineData("events", "{ guidedBy: { some: { edge: { certainty: { eq: CERTAIN } } } } }", "责任论坛")]
    [InlineData("events", "{ guidedBy: { some: { edge: { certainty: { eq: UNCERTAIN } } } } }", "视听博览会")]
    [InlineData("events", "{ guidedBy: { some: { edge: { jointly: { eq: true } } } } }", "责任论坛")]
    [InlineData("events", "{ guidedBy: { some: { edge: { jointly: { eq: false } } } } }", "视听博览会")]
    [InlineData("events", "{ guidedBy: { some: { edge: { title: { isMissing: true } } } } }", "责任论坛")]
    [InlineData("events", "{ guidedBy: { some: { edge: { title: { contains: \"指导\" } } } } }", "视听博览会")]
    [InlineData("events", "{ guidedBy: { some: { edge: { when: { from: \"2020-01-01\" } } } } }", "视听博览会")]
    [InlineData("events", "{ guidedBy: { some: {}, none: { category: { eq: ASSOCIATION } } } }", "责任论坛")]
    [InlineData("organisations", "{ signed: { some: { name: { eq: \"封闭公约\" } } } }", "腾讯 爱奇艺")]
    [InlineData("organisations", "{ signed: { some: { signatories: { some: { name: { eq: \"爱奇艺\" } } } } } }", "腾讯 爱奇艺")]
    [InlineData("organisations", "{ attended: { none: {} }, category: { eq: COMPANY } }", "")]
    [InlineData("people", "{ spokeAt: { some: { edge: { act: { eq: SPEECH } } } } }", "王波")]
    [InlineData("people", "{ spokeAt: { some: { edge: { onBehalfOf: { eq: \"org:nrta\" } } } } }", "王波")]
    [InlineData("people", "{ spokeAt: { some: { edge: { not: { act: { in: [SPEECH, ADDRESS] } } } } } }", "")]
    [InlineData("people", "{ positions: { none: {} } }", "李梅")]
    [InlineData("entities", "{ kind: { in: [PERSON, PLACE] } }", "王波 李梅 北京")]
    [InlineData("entities", "{ kind: { eq: PLEDGE }, date: { isMissing: true } }", "封闭公约 发布倡议")]
    [InlineData("entities", "{ category: { eq: COMPANY } }", "腾讯 爱奇艺")]
    public async Task A_filter_finds_just_what_satisfies_it(string field, string filter, string names)
    {
        var data = await small.Ask.DataAsync($"{{ {field}(filter: {filter}) {{ totalCount nodes {{ name }} }} }}");
        string[] expected = names.Length == 0 ? [] : names.Split(' ');
        Assert.Equal(expected.Order(), data[field]!["nodes"]!.AsArray().Select(n => (string)n!["name"]!).Order());
        Assert.Equal(expected.Length, (int)data[field]!["totalCount"]!);
    }

    [Theory]
    [InlineData("{ title: { contains: \"论坛\" } }", "doc-a")]
    [InlineData("{ published: { isMissing: true } }", "doc-b")]
    [InlineData("{ published: { to: \"2020-01-01\" } }", "doc-a")]
    [InlineData("{ publisher: { eq: \"org:assoc\" } }", "doc-a")]
    [InlineData("{ language: { isMissing: true } }", "doc-b")]
    [InlineData("{ copiedFrom: { in: [\"doc-a\"] } }", "doc-b")]
    public async Task Documents_are_found_by_what_they_are(string filter, string id)
    {
        var data = await small.Ask.DataAsync($"{{ documents(filter: {filter}) {{ nodes {{ id }} }} }}");
        Assert.Equal([id], data.Texts("documents.nodes.id"));
    }

    [Theory]
    [InlineData("{ kind: { eq: CREDIT } }", 2)]
    [InlineData("{ type: { in: [\"GUIDED\", \"HOSTED\"] } }", 4)]
    [InlineData("{ subject: { eq: \"org:tencent\" }, type: { eq: \"SIGNED\" } }", 2)]
    [InlineData("{ object: { eq: \"event:forum\" }, kind: { eq: RELATION } }", 6)]
    [InlineData("{ title: { isMissing: false } }", 4)]
    [InlineData("{ attribute: { eq: HELD } }", 1)]
    [InlineData("{ when: { from: \"2024-01-01\" } }", 4)]
    public async Task Claims_are_found_by_what_they_say(string filter, int count)
    {
        var data = await small.Ask.DataAsync($"{{ claims(filter: {filter}) {{ totalCount }} }}");
        Assert.Equal(count, (int)data["claims"]!["totalCount"]!);
    }

    [Theory]
    [InlineData("{ organisations(filter: { name: { eq: null } }) { totalCount } }", "'eq' in a filter is null")]
    [InlineData("{ events(filter: { date: { from: \"2024-02-02\", to: \"2024-01-01\" } }) { totalCount } }", "reversed")]
    [InlineData("{ events(sort: [{ name: ASC, date: ASC }]) { totalCount } }", "names one field")]
    public async Task What_cannot_be_meant_is_refused(string query, string message)
    {
        var (code, said) = await small.Ask.ErrorAsync(query);
        Assert.Equal(CsrGraph.GraphQL.ErrorCode.BadUserInput, code);
        Assert.Contains(message, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_can_come_as_variables()
    {
        var variables = JsonSerializer.Deserialize<JsonElement>("""
            { "f": { "guidedBy": { "some": { "category": { "in": ["REGULATOR", "ASSOCIATION"] } } } }, "s": [{ "date": "DESC" }] }
            """);
        var data = await small.Ask.DataAsync(
            "query ($f: EventFilter, $s: [EventSort!]) { events(filter: $f, sort: $s) { nodes { name } } }", variables);
        Assert.Equal(["视听博览会", "责任论坛"], data.Texts("events.nodes.name"));
    }
}
