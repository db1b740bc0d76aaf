using System.Text.Json;
using CsrGraph.GraphQL;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>What a question costs: the objects that its pages may lead to, with the values that its variables have.</summary>
public sealed class CostSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    [Theory]
    [InlineData("{ __typename }", 0)]
    [InlineData("{ event(id: \"event:forum\") { name } }", 1)]
    [InlineData("{ events { totalCount } }", 1)]
    [InlineData("{ events { nodes { id } } }", 21)]
    [InlineData("{ events(first: 3) { nodes { id } } }", 4)]
    [InlineData("{ events(last: 3) { edges { node { id } } } }", 7)]
    [InlineData("{ events(first: 3) { nodes { guidedBy(first: 2) { nodes { id } } } } }", 13)]
    [InlineData("{ events(first: 3) { nodes { guidedBy(first: 2) { edges { evidence { quote } } } } } }", 31)]
    [InlineData("{ events(first: 3) { nodes { ...A } } } fragment A on Event { ... on Event { guidedBy(first: 2) { nodes { id } } } }", 13)]
    [InlineData("{ asOf(validAt: \"2018-08-26\") { events(first: 3) { nodes { id } } } }", 5)]
    [InlineData("{ nodes(ids: [\"event:forum\", \"event:expo\"]) { id } }", 2)]
    [InlineData("{ paths(from: \"org:tencent\", to: \"org:nrta\", first: 3) { paths { hops { relation } } notEntered(first: 4) { degree } } }", 23)]
    [InlineData("{ network(around: \"org:tencent\") { nodes { degree } } }", 301)]
    [InlineData("{ network(around: \"org:tencent\", limit: 2000) { nodes { degree } edges { claims { id } } } }", 14001)]
    public async Task A_question_costs_the_objects_that_it_may_lead_to(string query, long cost) => Assert.Equal(cost, await CostAsync(query, "{}"));

    [Theory]
    [InlineData("{}", 21)]
    [InlineData("""{ "n": null }""", 21)]
    [InlineData("""{ "n": 3 }""", 4)]
    [InlineData("""{ "n": 1000000 }""", 101)]
    [InlineData("""{ "n": -5 }""", 2)]
    public async Task The_value_of_a_variable_counts_within_what_a_page_may_be(string variables, long cost) =>
        Assert.Equal(cost, await CostAsync("query ($n: Int) { events(first: $n) { nodes { id } } }", variables));

    [Fact]
    public async Task The_value_of_a_variable_counts_also_where_the_document_is_known()
    {
        const string Query = "query ($n: Int = 2) { events(first: $n) { edges { cursor } } }";

        Assert.Equal(3, await CostAsync(Query, "{}"));
        Assert.Equal(8, await CostAsync(Query, """{ "n": 7 }"""));
    }

    [Fact]
    public async Task Pages_in_pages_in_pages_are_refused_before_the_store_is_asked()
    {
        small.Store.Reset();
        var (code, message) = await small.Ask.ErrorAsync(
            "{ events(first: 100) { nodes { guidedBy(first: 100) { nodes { guided(first: 100) { nodes { name } } } } } } }");

        Assert.Equal(ErrorCode.LimitExceeded, code);
        Assert.Contains("250000", message, StringComparison.Ordinal);
        Assert.Empty(small.Store.Calls);
    }

    private async Task<long> CostAsync(string query, string variables)
    {
        using var answer = await small.Ask.Api.AnswerAsync(
            new ApiRequest(query, null, JsonDocument.Parse(variables).RootElement, JsonDocument.Parse("""{ "cost": true }""").RootElement), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(answer.Json);
        return json.RootElement.GetProperty("extensions").GetProperty("cost").GetProperty("asked").GetInt64();
    }
}
