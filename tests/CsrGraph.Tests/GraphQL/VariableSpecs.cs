using System.Text.Json;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>
/// A question that is asked again has its variables read by the API's own way; one that is new, by the library's. A comment makes a question a new one.
/// </summary>
public sealed class VariableSpecs(SeededApi seeded) : IClassFixture<SeededApi>
{
    private const string Event = "event:forum-2018";

    private static readonly string[] Values =
    [
        "null", "\"\"", "\"event:forum-2018\"", "\"org:tencent\"", "\"EVENT\"", "\"NOPE\"", "\"3\"", "\"2025-01-20\"", "\"2024\"", "0", "1", "3", "-1", "101", "3.0", "1.5", "3000000000", "true",
        "[]", "[null]", "[\"event:forum-2018\"]", "[\"event:forum-2018\",\"org:tencent\"]", "[\"EVENT\"]", "[\"EVENT\",\"NOPE\"]", "[1]", "[[\"EVENT\"]]", "{}", "{\"id\":{\"eq\":\"event:forum-2018\"}}", "{\"no\":1}",
    ];

    private static int asked;

    [Theory]
    [InlineData("query ($v: ID!) { event(id: $v) { id name } }")]
    [InlineData("query ($v: ID = \"event:forum-2018\") { event(id: $v) { id name } }")]
    [InlineData("query ($v: ID!) { entity(id: $v) { __typename id } again: entity(id: $v) { name } }")]
    [InlineData("query ($v: Int) { events(first: $v) { nodes { id } } }")]
    [InlineData("query ($v: Int = 2) { events(first: $v) { nodes { id } } }")]
    [InlineData("query ($v: Int! = 2) { events(first: $v) { nodes { id } } }")]
    [InlineData("query ($v: Int = null) { events(first: $v) { totalCount } }")]
    [InlineData("query ($v: [ID!]!) { events(filter: { id: { in: $v } }) { nodes { id } } }")]
    [InlineData("query ($v: [ID!] = \"event:forum-2018\") { events(filter: { id: { in: $v } }) { nodes { id } } }")]
    [InlineData("query ($v: ID!) { events(filter: { id: { in: [$v] } }) { nodes { id } } }")]
    [InlineData("query ($v: ID!) { events(filter: { or: [{ id: { eq: $v } }] }) { nodes { id } } }")]
    [InlineData("query ($v: [EntityKind!]) { search(text: \"网络\", kinds: $v, first: 3) { nodes { id } } }")]
    [InlineData("query ($v: EntityKind!) { search(text: \"网络\", kinds: [$v], first: 3) { nodes { id } } }")]
    [InlineData("query ($v: String!) { search(text: $v, first: 3) { nodes { id } } }")]
    [InlineData("query ($v: Int!) { events(first: 2) { nodes { id guidedBy(first: $v) { totalCount } ...F } } } fragment F on Event { hostedBy(first: $v) { nodes { id } } ... on Event { takesPlaceIn: id } }")]
    [InlineData("query ($v: KnownAt) { asOf(knownAt: $v) { events(first: 1) { totalCount } } }")]
    [InlineData("query ($v: String!) { __type(name: $v) { name } }")]
    [InlineData("query ($v: EventFilter) { events(filter: $v) { totalCount } }")]
    [InlineData("query ($v: Boolean!) { events(first: 1) { totalCount nodes @include(if: $v) { id } } }")]
    [InlineData("query ($v: ID!, $n: Int = 1, $m: Int) { event(id: $v) { guidedBy(first: $n) { totalCount } hostedBy(first: $m) { totalCount } } }")]
    public async Task A_value_comes_to_the_same_in_a_question_that_is_known(string question)
    {
        // Known once it was good.
        foreach (var value in Values) await seeded.Ask.SendAsync(question, Variables(value));

        foreach (var value in Values) await RequireAsync(question, value);
        await RequireAsync(question, null);
    }

    [Fact]
    public async Task Some_of_the_values_are_good_and_some_are_not()
    {
        const string question = "query ($v: ID!) { event(id: $v) { id } }";

        Assert.Equal(Event, (string?)(await seeded.Ask.DataAsync(question, Variables($"\"{Event}\"")))["event"]!["id"]);
        Assert.Null((await seeded.Ask.DataAsync(question, Variables("3")))["event"]);
        await seeded.Ask.ErrorAsync(question, Variables("null"));
        await seeded.Ask.ErrorAsync(question);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("NoSuchType")]
    public async Task A_type_of_no_name_is_null(string name)
    {
        Assert.Null((await seeded.Ask.DataAsync("query ($name: String!) { __type(name: $name) { name } }", new { name }))["__type"]);
        Assert.Null((await seeded.Ask.DataAsync($"{{ __type(name: \"{name}\") {{ name }} }}"))["__type"]);
    }

    private static JsonElement Variables(string? value) => JsonSerializer.Deserialize<JsonElement>(value is null ? "{}" : $$"""{"v":{{value}}}""");

    private async Task RequireAsync(string question, string? value)
    {
        var known = await seeded.Ask.SendAsync(question, Variables(value));
        var made = await seeded.Ask.SendAsync($"{question} # {Interlocked.Increment(ref asked)}", Variables(value));
        Assert.True(known.Json.Span.SequenceEqual(made.Json.Span), $"{question} with {value}\n{Text(known)}\n{Text(made)}");
    }

    private static string Text(CsrGraph.GraphQL.ApiAnswer answer) => System.Text.Encoding.UTF8.GetString(answer.Json.Span);
}
