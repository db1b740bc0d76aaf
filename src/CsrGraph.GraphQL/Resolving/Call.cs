using System.Runtime.InteropServices;
using CsrGraph.GraphQL.Limits;
using CsrGraph.Store;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>A call that a level makes once all its fields have asked.</summary>
internal interface ILevelCall
{
    void Start(IGraphStore store, CancellationToken cancellation);
}

/// <summary>All that one level asks of one method of the store for one state; equal requests are one request with many anchors.</summary>
internal sealed class Call<TRequest, TAnchor, TAnswer>(Seam<TRequest, TAnchor, TAnswer> seam, AsOf asOf, RowLimit limit) : ILevelCall
    where TAnchor : notnull
{
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);
    private readonly List<(TRequest Request, List<TAnchor> Anchors, Dictionary<TAnchor, int> Places)> requests = [];
    private (Shape<TRequest>? Shape, int Index) last;
    private Task<Func<int, ValueTask<IReadOnlyList<TAnswer>>>>? answers;

    /// <summary>Puts a request down; says where its answer will stand.</summary>
    public (int Request, int Anchor) Put(Shape<TRequest> shape, TAnchor anchor)
    {
        var index = ReferenceEquals(shape, last.Shape) ? last.Index : IndexOf(shape);
        var (_, anchors, places) = requests[index];
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, anchor, out var isKnown);
        if (!isKnown)
        {
            place = anchors.Count;
            anchors.Add(anchor);
        }

        return (index, place);
    }

    private int IndexOf(Shape<TRequest> shape)
    {
        if (!byKey.TryGetValue(shape.Key, out var index))
        {
            index = requests.Count;
            byKey.Add(shape.Key, index);
            requests.Add((shape.Request, [], []));
        }

        last = (shape, index);
        return index;
    }

    public void Start(IGraphStore store, CancellationToken cancellation) => answers = AnswersAsync(store, cancellation);

    /// <summary>Done once each of the answers is there, or known to fail.</summary>
    public Task Answered => answers!;

    /// <summary>An answer of a call that is done.</summary>
    public TAnswer Answer((int Request, int Anchor) place)
    {
        var answered = answers!.GetAwaiter().GetResult()(place.Request);
        var all = answered.IsCompletedSuccessfully ? answered.Result : answered.AsTask().GetAwaiter().GetResult();
        return all[place.Anchor];
    }

    public async Task<TAnswer> AnswerAsync((int Request, int Anchor) place)
    {
        var answer = await answers!;
        return (await answer(place.Request))[place.Anchor];
    }

    private async Task<Func<int, ValueTask<IReadOnlyList<TAnswer>>>> AnswersAsync(IGraphStore store, CancellationToken cancellation)
    {
        Anchored<TRequest, TAnchor>[] all = [.. requests.Select(r => new Anchored<TRequest, TAnchor>(r.Request, r.Anchors))];
        try
        {
            limit.AddCall();
            var answered = await seam.CallAsync(store, all, asOf, cancellation);
            for (var i = 0; i < answered.Count; i++) limit.Add(seam.RowsOf(answered[i]));
            return index => ValueTask.FromResult(answered[index]);
        }
        catch (Exception e) when (all.Length > 1 && e is not (StoreUnavailableException or OperationCanceledException or ApiError))
        {
            // One request failed the call; the others are put again by themselves, so that only its own fields fail.
            return await OneByOneAsync(store, all, cancellation);
        }
    }

    private async Task<Func<int, ValueTask<IReadOnlyList<TAnswer>>>> OneByOneAsync(
        IGraphStore store, Anchored<TRequest, TAnchor>[] all, CancellationToken cancellation)
    {
        var each = Array.ConvertAll(all, AloneAsync);
        await Task.WhenAll((IEnumerable<Task>)each).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return index => new(each[index]);

        async Task<IReadOnlyList<TAnswer>> AloneAsync(Anchored<TRequest, TAnchor> request)
        {
            limit.AddCall();
            var answered = (await seam.CallAsync(store, [request], asOf, cancellation))[0];
            limit.Add(seam.RowsOf(answered));
            return answered;
        }
    }
}
