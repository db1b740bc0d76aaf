using CsrGraph.Store;
using CsrGraph.Web;

namespace CsrGraph.Cli;

/// <summary>The GraphQL API over a store.</summary>
internal sealed class Api(IGraphStore store)
{
    public static string Sdl() => "";

    public Task<GraphQLAnswer> AnswerAsync(GraphQLQuestion question, CancellationToken cancellation) => throw new WrongUsageException(GetHashCode() + question.Query + cancellation);

    public async Task<long> HeadAsync(CancellationToken cancellation)
    {
        var last = (await store.ChangeSetsAsync([new ChangeSetRequest(1)], cancellation))[0];
        return last.Count == 0 ? 0 : last[0].Number;
    }
}
