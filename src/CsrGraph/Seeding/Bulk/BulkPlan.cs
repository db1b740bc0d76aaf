using System.Runtime.CompilerServices;
using CsrGraph.Seeding.Changes;
using CsrGraph.Store;

namespace CsrGraph.Seeding.Bulk;

/// <summary>What a load of a folder of any size would change; the changes are made while they are read. Good as long as its seed is.</summary>
public sealed class BulkPlan : IDisposable
{
    private readonly ChangeStream? changes;
    private readonly bool isEmpty;

    internal BulkPlan(long head, ChangeStream? changes, bool isEmpty, IReadOnlyList<Problem> problems) =>
        (Head, this.changes, this.isEmpty, Problems) = (head, changes, isEmpty, problems);

    /// <summary>The change-set it was computed against.</summary>
    public long Head { get; }

    /// <summary>What stands in its way; where there is any, there are no changes.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>True where nothing would change.</summary>
    public bool IsEmpty => changes is null || isEmpty;

    /// <summary>What the changes come to that were read so far.</summary>
    public ChangeTally Tally { get; } = new();

    /// <summary>The changes, in the order in which a store takes them; made once.</summary>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async IAsyncEnumerable<Change> ChangesAsync(WorkProgress? progress = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (IsEmpty) yield break;
        await foreach (var change in changes!.ReadAsync(progress, cancellation))
        {
            Tally.Add(change);
            yield return change;
        }
    }

    /// <summary>Lets the scratch files go.</summary>
    public void Dispose() => changes?.Dispose();
}
