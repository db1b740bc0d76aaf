using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Benchmarks.Measuring;

/// <summary>
/// Passes every call on to another store, and gives the same answer at once where the same question comes again, so that what a question costs beside
/// the store can be told apart. One question at a time.
/// </summary>
internal sealed class RememberingStore(IGraphStore inner) : IGraphStore
{
    private readonly Dictionary<(int Question, int Call), object> answers = [];
    private int question;
    private int call;

    public bool ReadsAhead => inner.ReadsAhead;

    /// <summary>Says which question comes next; equal numbers for equal questions.</summary>
    public void Begin(int number) => (question, call) = (number, 0);

    public Task<IReadOnlyList<Entity?>> EntitiesAsync(IReadOnlyList<string> ids, AsOf asOf, CancellationToken cancellation) =>
        Remembered(() => inner.EntitiesAsync(ids, asOf, cancellation));

    public Task<IReadOnlyList<Page<EntityRow>>> FindAsync(IReadOnlyList<FindRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Remembered(() => inner.FindAsync(requests, asOf, cancellation));

    public Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(IReadOnlyList<RelationRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Remembered(() => inner.RelationsAsync(requests, asOf, cancellation));

    public Task<IReadOnlyList<IReadOnlyList<Page<ClaimRow>>>> ClaimsAsync(IReadOnlyList<ClaimRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Remembered(() => inner.ClaimsAsync(requests, asOf, cancellation));

    public Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>>> EvidenceAsync(IReadOnlyList<EvidenceRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Remembered(() => inner.EvidenceAsync(requests, asOf, cancellation));

    public Task<IReadOnlyList<Page<SearchRow>>> SearchAsync(IReadOnlyList<SearchRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Remembered(() => inner.SearchAsync(requests, asOf, cancellation));

    public Task<IReadOnlyList<Page<Group>>> CountAsync(IReadOnlyList<CountRequest> requests, AsOf asOf, CancellationToken cancellation) =>
        Remembered(() => inner.CountAsync(requests, asOf, cancellation));

    public Task<IReadOnlyList<IReadOnlyList<ChangeSet>>> ChangeSetsAsync(IReadOnlyList<ChangeSetRequest> requests, CancellationToken cancellation) =>
        Remembered(() => inner.ChangeSetsAsync(requests, cancellation));

    public IAsyncEnumerable<Change> ChangesAsync(long after, long upTo, CancellationToken cancellation) => inner.ChangesAsync(after, upTo, cancellation);

    public Task<ChangeSet> ApplyAsync(NewChangeSet changeSet, IAsyncEnumerable<Change> changes, CancellationToken cancellation) =>
        inner.ApplyAsync(changeSet, changes, cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private Task<T> Remembered<T>(Func<Task<T>> ask)
    {
        var key = (question, call++);
        if (answers.TryGetValue(key, out var known)) return (Task<T>)known;
        var asked = ask();
        answers.Add(key, asked);
        return asked;
    }
}
