using CsrGraph.Query.Walks;
using CsrGraph.Store;
using GraphQL.DataLoader;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>
/// Collects what the fields of one level of a question ask, so that the store gets one call for each of its methods and states. The level ends when
/// its first answer is wanted; whatever is asked afterwards belongs to the next one.
/// </summary>
internal sealed class Level(IGraphStore store, RowLimit limit)
{
    private readonly Lock sync = new();
    private Dictionary<(object Seam, AsOf AsOf), ILevelCall> calls = [];

    /// <summary>Puts a request down.</summary>
    /// <param name="seam">The store's method.</param>
    /// <param name="asOf">The state asked.</param>
    /// <param name="shape">The request without its anchor.</param>
    /// <param name="anchor">Whom or what it is for.</param>
    /// <param name="then">Makes the field's value of the answer; may ask in turn, in the next level.</param>
    public IDataLoaderResult Ask<TRequest, TAnchor, TAnswer>(
        Seam<TRequest, TAnchor, TAnswer> seam, AsOf asOf, Shape<TRequest> shape, TAnchor anchor, Func<TAnswer, object?> then)
        where TAnchor : notnull
    {
        lock (sync)
        {
            Call<TRequest, TAnchor, TAnswer> call;
            if (calls.TryGetValue((seam, asOf), out var known))
            {
                call = (Call<TRequest, TAnchor, TAnswer>)known;
            }
            else
            {
                call = new(seam, asOf, limit);
                calls.Add((seam, asOf), call);
            }

            return new Asked<TRequest, TAnchor, TAnswer>(this, calls, call, call.Put(shape, anchor), then);
        }
    }

    /// <summary>A walk, which asks the store by itself.</summary>
    /// <param name="name">What it is called where it is told of.</param>
    /// <param name="walk">Walks.</param>
    /// <param name="then">Makes the field's value of the answer.</param>
    /// <param name="own">Its own meter, where its rows do not count among those of the question.</param>
    public IDataLoaderResult Walk<T>(
        string name, Func<IGraphStore, RowMeter, CancellationToken, Task<T>> walk, Func<T, object?> then, RowMeter? own = null) =>
        new Walking<T>(name, store, limit, walk, then, own);

    // Starts every call of a level, once.
    private void End(Dictionary<(object Seam, AsOf AsOf), ILevelCall> level, CancellationToken cancellation)
    {
        lock (sync)
        {
            if (calls != level) return;
            calls = [];
        }

        foreach (var call in level.Values) call.Start(store, cancellation);
    }

    private sealed class Asked<TRequest, TAnchor, TAnswer>(
        Level owner,
        Dictionary<(object Seam, AsOf AsOf), ILevelCall> level,
        Call<TRequest, TAnchor, TAnswer> call,
        (int Request, int Anchor) place,
        Func<TAnswer, object?> then) : ILevelAsk
        where TAnchor : notnull
    {
        public Task EndLevel(CancellationToken cancellation)
        {
            owner.End(level, cancellation);
            return call.Answered;
        }

        public object? Take() => then(call.Answer(place));

        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
        {
            owner.End(level, cancellationToken);
            return then(await call.AnswerAsync(place));
        }
    }
}
