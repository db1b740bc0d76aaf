using CsrGraph.GraphQL;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>What fails, fails where it stands; the rest is answered.</summary>
public sealed class FaultSpecs(SmallGraph small) : IClassFixture<SmallGraph>
{
    private const string Siblings = "{ event(id: \"event:forum\") { name guidedBy { nodes { name } } hostedBy { nodes { name } } rosters { role } } }";

    private readonly List<(string Id, Exception Exception)> faults = [];

    [Fact]
    public async Task One_failing_request_fails_its_own_field_and_is_logged_once_under_the_id_it_shows()
    {
        using var ask = Failing((method, requests) =>
        {
            if (method == nameof(IGraphStore.RelationsAsync) && ((IReadOnlyList<RelationRequest>)requests).Any(r => r.Relation.Type == "HOSTED"))
            {
                throw new InvalidOperationException("secret");
            }
        });
        var answer = await ask.AnswerAsync(Siblings);

        Assert.Equal(["广电总局"], answer.Texts("data.event.guidedBy.nodes.name"));
        Assert.Null(answer["data"]!["event"]!["hostedBy"]);
        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.Equal(["event", "hostedBy"], error["path"]!.AsArray().Select(p => (string)p!));
        Assert.Equal(ErrorCode.Internal, (string)error["extensions"]!["code"]!);
        Assert.DoesNotContain("secret", error.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(Assert.Single(faults).Id, (string)error["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_many_fields_meet_is_logged_once()
    {
        using var ask = Failing((method, _) =>
        {
            if (method == nameof(IGraphStore.RelationsAsync)) throw new InvalidOperationException("secret");
        });
        var answer = await ask.AnswerAsync("{ events { nodes { name guidedBy { totalCount } } } }");
        Assert.Equal(3, answer["errors"]!.AsArray().Count);
        Assert.Single(faults);
        Assert.Equal(3, answer["data"]!["events"]!["nodes"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_store_that_goes_away_on_the_way_leaves_no_half_of_an_answer()
    {
        using var ask = Failing((method, _) =>
        {
            if (method == nameof(IGraphStore.RelationsAsync)) throw new StoreUnavailableException("the file is locked: end the other process");
        });
        var problem = await Assert.ThrowsAsync<StoreUnavailableException>(() => ask.SendAsync(Siblings));
        Assert.Equal("the file is locked: end the other process", problem.Message);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_store_that_cannot_be_asked_at_all_is_told_before_anything_is_executed()
    {
        using var ask = Failing((_, _) => throw new StoreUnavailableException("nobody answers at the address"));
        var problem = await Assert.ThrowsAsync<StoreUnavailableException>(() => ask.SendAsync(Siblings));
        Assert.Equal("nobody answers at the address", problem.Message);
    }

    [Fact]
    public async Task The_schema_is_told_without_a_store()
    {
        using var ask = Failing((_, _) => throw new StoreUnavailableException("nobody answers at the address"));
        Assert.NotNull(await ask.DataAsync("{ __schema { queryType { name } } __typename }"));
    }

    [Fact]
    public async Task Cancelling_ends_the_request()
    {
        using var source = new CancellationTokenSource();
        using var ask = Failing((method, _) =>
        {
            if (method == nameof(IGraphStore.RelationsAsync)) source.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ask.Api.AnswerAsync(new ApiRequest(Siblings), source.Token));
    }

    private Asking Failing(Action<string, object> before) => new(new GraphQLApi(
        VocabularyDefinition.Load(), new FaultyStore(small.Store) { Before = before }, new ApiOptions { OnFault = (id, e) => faults.Add((id, e)) }));
}
