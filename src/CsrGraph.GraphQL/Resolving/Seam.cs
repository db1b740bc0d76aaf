using CsrGraph.Store;
using CsrGraph.Telemetry;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>One method of the store as fields ask it: a request that is the same for many anchors, and an answer for each.</summary>
/// <param name="name">What its calls are called where they are told of.</param>
/// <param name="call">Puts many requests at once; answers come in their order, and within each in the order of its anchors.</param>
/// <param name="rows">How many rows an answer has.</param>
internal sealed class Seam<TRequest, TAnchor, TAnswer>(
    string name,
    Func<IGraphStore, IReadOnlyList<Anchored<TRequest, TAnchor>>, AsOf, CancellationToken, Task<IReadOnlyList<IReadOnlyList<TAnswer>>>> call, Func<TAnswer, int> rows)
    where TAnchor : notnull
{
    public Task<IReadOnlyList<IReadOnlyList<TAnswer>>> CallAsync(
        IGraphStore store, IReadOnlyList<Anchored<TRequest, TAnchor>> requests, AsOf asOf, CancellationToken cancellation) =>
        Tracing.Source.HasListeners() ? TracedAsync(store, requests, asOf, cancellation) : call(store, requests, asOf, cancellation);

    /// <summary>How many rows the answers of one request have.</summary>
    public long RowsOf(IReadOnlyList<TAnswer> answers)
    {
        var all = 0L;
        for (var i = 0; i < answers.Count; i++) all += rows(answers[i]);
        return all;
    }

    private async Task<IReadOnlyList<IReadOnlyList<TAnswer>>> TracedAsync(
        IGraphStore store, IReadOnlyList<Anchored<TRequest, TAnchor>> requests, AsOf asOf, CancellationToken cancellation)
    {
        using var span = Tracing.Source.StartActivity($"store {name}");
        span?.SetTag("csrgraph.store.requests", requests.Count).SetTag("csrgraph.store.anchors", requests.Sum(r => r.Anchors.Count));
        try
        {
            var answers = await call(store, requests, asOf, cancellation);
            span?.SetTag("csrgraph.store.rows", answers.Sum(RowsOf));
            return answers;
        }
        catch (Exception e)
        {
            span.Fail(e);
            throw;
        }
    }
}

/// <summary>A request with the anchors that it is put for.</summary>
internal readonly record struct Anchored<TRequest, TAnchor>(TRequest Request, IReadOnlyList<TAnchor> Anchors);

/// <summary>A request without its anchors, and a text that is equal where two requests are.</summary>
internal sealed record Shape<TRequest>(string Key, TRequest Request);
