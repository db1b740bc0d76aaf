using CsrGraph.GraphQL.Limits;
using CsrGraph.Query.Walks;
using CsrGraph.Store;
using GraphQL.DataLoader;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>
/// A walk through the graph. How many calls it takes, and of whom, each call tells it anew, so it makes them itself, and not with what the level asks.
/// </summary>
internal sealed class Walking<T>(
    IGraphStore store, RowLimit limit, Func<IGraphStore, RowMeter, CancellationToken, Task<T>> walk, Func<T, object?> then) : IDataLoaderResult
{
    public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
    {
        var meter = new RowMeter(limit.Left);
        try
        {
            return then(await walk(store, meter, cancellationToken));
        }
        catch (BadQuestionException e)
        {
            throw ApiError.Input(e.Message);
        }
        catch (TooManyRowsException e)
        {
            throw limit.Exceeded(e.Asked);
        }
        finally
        {
            limit.Count(meter.Rows);
        }
    }
}
