using System.Runtime.CompilerServices;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.InMemory;

/// <summary>
/// A store that keeps every version in memory and answers by going through them: slow, and as plain as the contract can be written down. The other
/// stores are compared with it. What it finds where nothing is kept out of a question to its head stays in order, as in any graph in memory, and pages
/// are cut from that.
/// </summary>
public sealed class InMemoryStore : IGraphStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim writer = new(1);
    private readonly Action<object, bool>? witness;
    private volatile GraphState state = GraphState.Empty;

    /// <summary>Makes an empty one.</summary>
    /// <param name="witness">
    /// Told of each <see cref="EntityFilter"/> and <see cref="ClaimFilter"/> of a question, of its parts too, whether it held of what it was put to.
    /// </param>
    public InMemoryStore(Action<object, bool>? witness = null) => this.witness = witness;

    public Task<IReadOnlyList<Entity?>> EntitiesAsync(IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation) =>
        AnswerAsync(ids, asOf, (id, view) => view.EntityOrSuccessor(id), cancellation);

    public Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        AnswerAsync(requests, asOf, Answers.Find, cancellation, PlainAnswers.Find);

    public Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(
        IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation) => AnswerAsync<RelationRequest, IReadOnlyList<RelationPage>>(
            requests, asOf, (request, view) => [.. request.Anchors.Select(a => Answers.Relations(request, a, view))], cancellation, PlainAnswers.Relations);

    public Task<IReadOnlyList<IReadOnlyList<Page<ClaimRow>>>> ClaimsAsync(
        IReadOnlyList<ClaimRequest> requests, AsOf asOf, CancellationToken cancellation) => AnswerAsync(requests, asOf, ClaimAnswers.Claims, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>>> EvidenceAsync(
        IReadOnlyList<EvidenceRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        AnswerAsync<EvidenceRequest, IReadOnlyList<IReadOnlyList<EvidenceRow>>>(
            requests, asOf, (request, view) => [.. request.Claims.Select(c => Answers.Evidence(c, request.First, view))], cancellation);

    public Task<IReadOnlyList<Page<SearchRow>>> SearchAsync(IReadOnlyList<SearchRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        AnswerAsync(requests, asOf, SearchAnswers.Search, cancellation);

    public Task<IReadOnlyList<Page<Group>>> CountAsync(IReadOnlyList<CountRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        AnswerAsync(requests, asOf, Groupings.Count, cancellation);

    public Task<IReadOnlyList<IReadOnlyList<ChangeSet>>> ChangeSetsAsync(IReadOnlyList<ChangeSetRequest> requests, CancellationToken cancellation) =>
        AnswerAsync(requests, default, (request, view) => Answers.ChangeSets(request, view.State), cancellation);

    public async IAsyncEnumerable<Change> ChangesAsync(long after, long upTo, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var pinned = state;
        foreach (var change in Differences.Between(new GraphView(pinned, new AsOf(after)), new GraphView(pinned, new AsOf(upTo))))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return change;
        }

        await Task.CompletedTask;
    }

    public async Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes, CancellationToken cancellation)
    {
        if (!await writer.WaitAsync(Patience, cancellation)) throw new StoreBusyException("another change-set is being applied to this store; do it again");
        try
        {
            var before = state;
            if (before.Head != changeSet.ExpectedHead) throw new StoreMovedException(changeSet.ExpectedHead, before.Head);
            var builder = new StateBuilder(before);
            await foreach (var change in changes.WithCancellation(cancellation)) builder.Apply(change);
            cancellation.ThrowIfCancellationRequested();
            var applied = builder.Build(changeSet);
            state = applied;
            return applied.ChangeSets[^1];
        }
        finally
        {
            writer.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<IReadOnlyList<TAnswer>> AnswerAsync<TRequest, TAnswer>(
        IReadOnlyList<TRequest> requests,
        AsOf asOf,
        Func<TRequest, GraphView, TAnswer> answer,
        CancellationToken cancellation,
        Func<TRequest, GraphView, TAnswer?>? plain = null)
        where TAnswer : class?
    {
        var view = new GraphView(state, asOf, witness);
        return Task.Run<IReadOnlyList<TAnswer>>(
            () =>
            {
                var answers = new List<TAnswer>(requests.Count);
                foreach (var request in requests)
                {
                    cancellation.ThrowIfCancellationRequested();
                    answers.Add(plain?.Invoke(request, view) ?? answer(request, view));
                }

                return answers;
            },
            cancellation);
    }
}
