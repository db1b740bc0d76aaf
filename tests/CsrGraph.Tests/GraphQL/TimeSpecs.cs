using CsrGraph.GraphQL;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>The whole Query as of another time, and what changed when.</summary>
public sealed class TimeSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    [Theory]
    [InlineData("knownAt: 0", "", 0)]
    [InlineData("knownAt: 1", "腾讯 爱奇艺", 1)]
    [InlineData("knownAt: 2", "腾讯", 2)]
    [InlineData("knownAt: \"2\"", "腾讯", 2)]
    [InlineData("knownAt: \"2025-01-15T00:00:00Z\"", "腾讯 爱奇艺", 1)]
    [InlineData("knownAt: \"2024-12-31\"", "", 0)]
    [InlineData("knownAt: \"2030-01-01\"", "腾讯", 2)]
    [InlineData("validAt: \"2018-08-26\"", "腾讯", 2)]
    [InlineData("validAt: \"2018-08-25\"", "", 2)]
    [InlineData("validAt: \"2018-08-26\", knownAt: 1", "腾讯 爱奇艺", 1)]
    public async Task Everything_within_asOf_is_of_that_state(string arguments, string attendees, int changeSets)
    {
        var data = (await small.Ask.DataAsync(
            $"{{ asOf({arguments}) {{ event(id: \"event:forum\") {{ attendees {{ totalCount nodes {{ name }} }} }} organisations {{ nodes {{ attended(filter: {{ id: {{ eq: \"event:forum\" }} }}) {{ edges {{ claim {{ subject {{ name }} }} }} }} }} }} statistics {{ changeSets }} }} }}"))["asOf"]!;
        string[] expected = attendees.Length == 0 ? [] : attendees.Split(' ');
        Assert.Equal(expected.Order(), Named(data["event"] is null ? [] : data.Texts("event.attendees.nodes").Count == 0 ? [] : data.Texts("event.attendees.nodes.name")));
        Assert.Equal(expected.Order(), Named(data.Texts("organisations.nodes.attended.edges.claim.subject.name")));
        Assert.Equal(changeSets, (int)data["statistics"]!["changeSets"]!);
    }

    [Theory]
    [InlineData("{ asOf(knownAt: 3) { statistics { claims } } }", "no change-set 3")]
    [InlineData("{ asOf(knownAt: -1) { statistics { claims } } }", "no change-set -1")]
    [InlineData("{ asOf(knownAt: 1) { asOf(validAt: \"2018-01-01\") { statistics { claims } } } }", "stands within 'asOf'")]
    public async Task What_was_never_so_is_refused(string query, string message)
    {
        var (code, said) = await small.Ask.ErrorAsync(query);
        Assert.Equal(ErrorCode.BadUserInput, code);
        Assert.Contains(message, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ asOf(knownAt: \"yesterday\") { statistics { claims } } }")]
    [InlineData("{ asOf(validAt: \"2018\") { statistics { claims } } }")]
    [InlineData("{ asOf(validAt: 2018) { statistics { claims } } }")]
    public async Task What_is_no_time_does_not_validate(string query) =>
        Assert.Equal(ErrorCode.ValidationFailed, (await small.Ask.ErrorAsync(query)).Code);

    [Fact]
    public async Task Change_sets_say_who_added_and_retracted_what()
    {
        var data = await small.Ask.DataAsync(
            "{ changeSets { number at author message } changeSet(number: 2) { added { totalCount nodes { sentence addedIn retractedIn } } retracted { nodes { sentence(lang: ZH) addedIn retractedIn changeSet { number } } } } none: changeSet(number: 9) { number } }");
        Assert.Equal(["2", "1"], data.Texts("changeSets.number"));
        Assert.Equal("2025-02-01T00:00:00Z", data.Texts("changeSets.at")[0]);
        Assert.Equal(["爱奇艺 attended 视听博览会"], data.Texts("changeSet.added.nodes.sentence"));
        Assert.Equal(["爱奇艺出席了责任论坛"], data.Texts("changeSet.retracted.nodes.sentence"));
        Assert.Equal(["2"], data.Texts("changeSet.retracted.nodes.retractedIn"));
        Assert.Equal(["1"], data.Texts("changeSet.retracted.nodes.changeSet.number"));
        Assert.Null(data["none"]);
    }

    [Fact]
    public async Task An_entitys_history_has_what_no_longer_stands_with_its_interval()
    {
        var data = await small.Ask.DataAsync(
            "{ organisation(id: \"org:iqiyi\") { history(filter: { type: { eq: \"ATTENDED\" } }) { nodes { object { name } addedIn retractedIn } } claims(filter: { type: { eq: \"ATTENDED\" } }) { totalCount } attended { edges { claim { addedIn } } } } }");
        var history = data["organisation"]!["history"]!["nodes"]!.AsArray().ToDictionary(n => (string)n!["object"]!["name"]!, n => ((int?)n!["addedIn"], (int?)n["retractedIn"]));
        Assert.Equal((1, 2), history["责任论坛"]);
        Assert.Equal((2, null), history["视听博览会"]);
        Assert.Equal(1, (int)data["organisation"]!["claims"]!["totalCount"]!);
        Assert.Equal(["2"], data.Texts("organisation.attended.edges.claim.addedIn"));
    }

    private static IEnumerable<string?> Named(IEnumerable<string?> names) => names.Where(n => n is not null).Order();
}
