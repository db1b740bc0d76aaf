using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Pages go both ways, and a cursor belongs to its question and its state.</summary>
public sealed class PagingSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    private const string Page = "nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

    [Theory]
    [InlineData("organisations(ARGS)")]
    [InlineData("organisations(ARGS, sort: [{ signed: { count: DESC } }, { name: ASC }])")]
    [InlineData("events(ARGS, sort: [{ date: DESC }])")]
    [InlineData("entities(ARGS, filter: { kind: { in: [EVENT, PLEDGE] } }, sort: [{ date: ASC }])")]
    [InlineData("search(ARGS, text: \"o\")")]
    public async Task Pages_of_one_give_every_row_once_in_both_directions(string field)
    {
        var all = (await small.Ask.DataAsync($"{{ r: {field.Replace("ARGS", "first: 100", StringComparison.Ordinal)} {{ {Page} }} }}")).Texts("r.nodes.name");
        Assert.Equal(all, await WalkAsync(field, "first: 1", "after", "endCursor", "hasNextPage"));
        Assert.Equal(all.Reverse(), await WalkAsync(field, "last: 1", "before", "startCursor", "hasPreviousPage"));
    }

    [Fact]
    public async Task Pages_of_a_relation_of_many_entities_go_on_from_one_cursor()
    {
        const string Question = "query ($after: String) { events(sort: [{ date: ASC }]) { nodes { speakers(first: 2, after: $after) { totalCount edgeCount edges { cursor title } pageInfo { hasNextPage } } } } }";
        var first = (await small.Ask.DataAsync(Question))["events"]!["nodes"]![0]!["speakers"]!;
        Assert.Equal(2, (int)first["totalCount"]!);
        Assert.Equal(3, (int)first["edgeCount"]!);
        Assert.True((bool)first["pageInfo"]!["hasNextPage"]!);
        var next = (await small.Ask.DataAsync(Question, new { after = (string)first["edges"]![1]!["cursor"]! }))["events"]!["nodes"]![0]!["speakers"]!;
        Assert.Equal([null], next.Texts("edges.title"));
        Assert.False((bool)next["pageInfo"]!["hasNextPage"]!);
    }

    [Fact]
    public async Task Nodes_are_distinct_where_edges_name_one_twice()
    {
        var data = await small.Ask.DataAsync("{ event(id: \"event:forum\") { speakers { nodes { name } edges { title } } } }");
        Assert.Equal(["王波", "李梅"], data.Texts("event.speakers.nodes.name"));
        Assert.Equal(["广电总局副局长", "副局长", null], data.Texts("event.speakers.edges.title"));
    }

    [Fact]
    public async Task First_of_nothing_gives_totals_alone()
    {
        var data = await small.Ask.DataAsync("{ organisations(first: 0) { totalCount nodes { name } } }");
        Assert.Equal(5, (int)data["organisations"]!["totalCount"]!);
        Assert.Empty(data["organisations"]!["nodes"]!.AsArray());
    }

    [Theory]
    [InlineData("first: -1", "'first' is -1")]
    [InlineData("first: 101", "'first' is 101")]
    [InlineData("last: 101", "'last' is 101")]
    [InlineData("first: 1, last: 1", "not both")]
    [InlineData("after: \"x\"", "not a cursor")]
    [InlineData("after: \"\"", "not a cursor")]
    [InlineData("before: \"腾讯\"", "not a cursor")]
    public async Task A_page_that_cannot_be_is_refused(string arguments, string message)
    {
        foreach (var field in new[] { "organisations", "claims", "documents" })
        {
            var (code, said) = await small.Ask.ErrorAsync($"{{ {field}({arguments}) {{ totalCount }} }}");
            Assert.Equal(ErrorCode.BadUserInput, code);
            Assert.Contains(message, said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{ organisations(first: 1, filter: { category: { eq: COMPANY } }, after: AFTER) { totalCount } }")]
    [InlineData("{ organisations(first: 1, sort: [{ name: DESC }], after: AFTER) { totalCount } }")]
    [InlineData("{ people(first: 1, after: AFTER) { totalCount } }")]
    [InlineData("{ asOf(validAt: \"2020-01-01\") { organisations(first: 1, after: AFTER) { totalCount } } }")]
    [InlineData("{ asOf(knownAt: 1) { organisations(first: 1, after: AFTER) { totalCount } } }")]
    public async Task A_cursor_of_another_question_is_refused(string query)
    {
        var cursor = (string)(await small.Ask.DataAsync("{ organisations(first: 1) { pageInfo { endCursor } } }"))["organisations"]!["pageInfo"]!["endCursor"]!;
        var (code, message) = await small.Ask.ErrorAsync(query.Replace("AFTER", $"\"{cursor}\"", StringComparison.Ordinal));
        Assert.Equal(ErrorCode.BadUserInput, code);
        Assert.Contains("cursor", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_page_is_read_from_the_state_of_the_first_and_so_is_all_below_it()
    {
        await using var store = new InMemoryStore();
        await new GraphBuilder().Entity("org:a", "ORGANISATION", "甲", "COMPANY").Entity("org:c", "ORGANISATION", "丙", "COMPANY").Entity("event:e", "EVENT", "会").ApplyAsync(store);
        using var ask = new Asking(new GraphQLApi(VocabularyDefinition.Load(), store));
        const string Question = "query ($after: String) { organisations(first: 1, after: $after) { totalCount nodes { name attended { totalCount } } pageInfo { endCursor } } }";
        var first = await ask.DataAsync(Question);
        await new GraphBuilder().Entity("org:b", "ORGANISATION", "乙", "COMPANY").Relation("ATTENDED", "org:a", "event:e").Relation("ATTENDED", "org:c", "event:e").ApplyAsync(store, 1);

        var next = await ask.DataAsync(Question, new { after = (string)first["organisations"]!["pageInfo"]!["endCursor"]! });
        Assert.Equal(2, (int)next["organisations"]!["totalCount"]!);
        Assert.Equal(["0"], next.Texts("organisations.nodes.attended.totalCount"));
        Assert.Equal(3, (int)(await ask.DataAsync(Question))["organisations"]!["totalCount"]!);
    }

    private async Task<List<string?>> WalkAsync(string field, string size, string argument, string cursor, string more)
    {
        var (names, arguments) = (new List<string?>(), size);
        for (var pages = 0; pages < 50; pages++)
        {
            var page = (await small.Ask.DataAsync($"{{ r: {field.Replace("ARGS", arguments, StringComparison.Ordinal)} {{ {Page} }} }}"))["r"]!;
            names.AddRange(page.Texts("nodes.name"));
            if (!(bool)page["pageInfo"]![more]!) return names;
            arguments = $"{size}, {argument}: \"{page["pageInfo"]![cursor]}\"";
        }

        throw new InvalidOperationException("the pages do not end");
    }
}
