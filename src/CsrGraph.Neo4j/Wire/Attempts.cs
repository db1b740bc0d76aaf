using Polly;
using Polly.Retry;

namespace CsrGraph.Neo4j.Wire;

/// <summary>
/// Does something until it is done, refused, or late: again after growing waits with jitter, a bounded number of times, and never where doing it
/// twice might count twice.
/// </summary>
internal sealed class Attempts(Neo4jOptions options)
{
    private static readonly ResiliencePropertyKey<Trial> Key = new(nameof(Trial));

    private readonly ResiliencePipeline pipeline = options.Retries == 0 ? ResiliencePipeline.Empty : Pipeline(options);

    /// <summary>Runs it.</summary>
    /// <exception cref="Store.StoreUnavailableException">It could not be done; the sentence says why.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, Trial trial, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(trial.Limit, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        var context = ResilienceContextPool.Shared.Get(either.Token);
        context.Properties.Set(Key, trial);
        try
        {
            return await pipeline.ExecuteAsync(static async (c, run) => await run(c.CancellationToken), context, attempt);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            cancellation.ThrowIfCancellationRequested();
            throw trial.IsCommit ? Fault.CommitUnknown(trial.Last, options) : Fault.Late(trial.Limit, trial.Last, options);
        }
        catch (Exception e) when (trial.IsCommit && ErrorCodes.IsLost(e))
        {
            throw Fault.CommitUnknown(e, options);
        }
        catch (Exception e) when (Fault.Of(e, options) is { } fault)
        {
            throw fault;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline Pipeline(Neo4jOptions options) =>
        new ResiliencePipelineBuilder { TimeProvider = options.Clock }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = TimeSpan.FromSeconds(2),
            ShouldHandle = static args => ValueTask.FromResult(
                args.Outcome.Exception is { } exception && args.Context.Properties.GetValue(Key, null!).MayRepeat(exception)),
        }).Build();
}
