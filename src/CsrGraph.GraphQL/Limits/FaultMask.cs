using CsrGraph.Store;
using GraphQL.Execution;

namespace CsrGraph.GraphQL.Limits;

/// <summary>
/// Puts an error that its reader can act upon in the place of an exception: what the store says of itself is shown, a fault of ours only by the id
/// under which it was logged. One exception that many fields meet is logged once.
/// </summary>
internal sealed class FaultMask(Action<string, Exception>? onFault)
{
    private readonly Dictionary<Exception, string> ids = new(ReferenceEqualityComparer.Instance);

    public Task MaskAsync(UnhandledExceptionContext context)
    {
        context.Exception = Mask(context.OriginalException);
        return Task.CompletedTask;
    }

    private ApiError Mask(Exception exception)
    {
        if (exception is StoreUnavailableException) return new ApiError(ErrorCode.StoreUnavailable, exception.Message, exception);
        lock (ids)
        {
            if (!ids.TryGetValue(exception, out var id))
            {
                id = Guid.NewGuid().ToString("N")[..12];
                ids.Add(exception, id);
                onFault?.Invoke(id, exception);
            }

            return new ApiError(ErrorCode.Internal, $"a fault of ours, logged as {id}", exception);
        }
    }
}
