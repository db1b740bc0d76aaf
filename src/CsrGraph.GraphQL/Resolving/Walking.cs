using CsrGraph.GraphQL.Limits;
using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.Telemetry;
using GraphQL.DataLoader;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>
/// A walk through the graph. How many calls it takes, and of whom, each call tells it anew, so it makes them itself, and not with what the level asks. It
/// is told of as one call.
/// </summary>
internal sealed class Walking<T>(
    string name, IGraphStore store, RowLimit limit, Func<IGraphStore, RowMeter, CancellationToken, Task<T>> walk, Func<T, object?> then, RowMeter? own)
    : IDataLoaderResult
{
    public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
    {
        var meter = own ?? new RowMeter(limit.Left);
        using var span = Tracing.Source.StartActivity($"store {name}");
        limit.AddCall();
        try
        {
            return then(await WalkAsync(meter, cancellationToken));
        }
        catch (Exception e)
        {
            span.Fail(e);
            throw;
        }
        finally
        {
            span?.SetTag("csrgraph.store.rows", meter.Rows);
            if (own is null) limit.Count(meter.Rows);
        }
    }

    private async Task<T> WalkAsync(RowMeter meter, CancellationToken cancellation)
    {
        try
        {
            return await walk(store, meter, cancellation);
        }
        catch (BadQuestionException e)
        {
            throw ApiError.Input(e.Message);
        }
        catch (TooManyRowsException e)
        {
            throw limit.Exceeded(e.Asked);
        }
    }
}
