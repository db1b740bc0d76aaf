using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Writing;

/// <summary>
/// Takes the changes of one change-set one by one and sends them in batches: what belongs to one phase goes side by side, and one phase after the
/// other, in the order in which changes come.
/// </summary>
internal sealed class ChangeSetWriter
{
    // Rows of a request.
    private const int BatchSize = 1_000;

    private readonly long number;
    private readonly EntityWriter entities;
    private readonly ClaimWriter claims;
    private readonly EvidenceWriter evidence;
    private readonly StandingCounts counts;
    private readonly CancellationToken cancellation;
    private readonly List<Change> buffer = [];
    private readonly Dictionary<ClaimId, PendingClaim> pending = [];
    private readonly List<Task> sending = [];
    private readonly TouchedEntities touched = new();
    private int phase;
    private long rows;

    public ChangeSetWriter(Batches batches, long number, bool wasEmpty, StandingCounts counts, CancellationToken cancellation)
    {
        (this.number, this.counts, this.cancellation) = (number, counts, cancellation);
        entities = new EntityWriter(batches, number);
        evidence = new EvidenceWriter(batches);
        claims = new ClaimWriter(batches, evidence, number, wasEmpty);
    }

    /// <summary>How many claims were added.</summary>
    public long Added { get; private set; }

    /// <summary>How many claims were retracted.</summary>
    public long Retracted { get; private set; }

    /// <summary>The entities whose relations change; null where they are too many to be remembered.</summary>
    public IReadOnlyCollection<string>? Touched => touched.Ids;

    /// <exception cref="InvalidOperationException">A change makes no sense in this state.</exception>
    public async Task WriteAsync(Change change)
    {
        var next = Phase(change);
        if (next != phase)
        {
            await FlushAsync();
            phase = next;
        }

        Count(change);
        switch (change)
        {
            case Change.ClaimAdded(var claim, var order):
                if (pending.Count >= BatchSize) await StartAsync();
                if (!pending.TryAdd(claim.Id, new PendingClaim(claim, order))) throw Nonsense.StandsAlready(claim.Id);
                break;
            case Change.EvidenceAdded(var claim, var piece) when pending.TryGetValue(claim, out var added):
                if (added.Evidence.Any(e => e.Evidence == piece)) throw Nonsense.StandsAlready($"{claim} {piece}");
                added.Evidence.Add(Numbered(piece));
                break;
            default:
                if (buffer.Count >= BatchSize) await StartAsync();
                buffer.Add(change);
                break;
        }
    }

    /// <summary>Sends what is left, and waits until all is there.</summary>
    public async Task FlushAsync()
    {
        await StartAsync();
        await Task.WhenAll(sending);
        sending.Clear();
    }

    /// <summary>Waits until nothing is on its way any more, however it ends.</summary>
    public Task AbandonAsync() => Task.WhenAll(sending).ContinueWith(_ => { }, TaskScheduler.Default);

    private static int Phase(Change change) => change switch
    {
        Change.EvidenceRetracted => 1,
        Change.ClaimRetracted => 2,
        Change.EntityRetracted => 3,
        Change.EntityAdded => 4,
        Change.ClaimAdded or Change.EvidenceAdded => 5,
        Change.ClaimReordered => 6,
        Change.EntityRedated => 7,
        _ => throw new ArgumentException($"there is no such change: {change}", nameof(change)),
    };

    private NumberedEvidence Numbered(Evidence piece) => new(piece, (number << 40) + ++rows);

    // Claims before the evidence of claims before them, which may be among those that are still on their way.
    private async Task StartAsync()
    {
        if (pending.Count > 0)
        {
            PendingClaim[] batch = [.. pending.Values.OrderBy(c => c.Claim.Id)];
            pending.Clear();
            await StartAsync(() => claims.AddAsync(batch, cancellation));
        }

        if (buffer.Count == 0) return;
        Change[] others = [.. buffer];
        buffer.Clear();
        if (phase == 5) await WaitAsync(0);
        await StartAsync(() => SendAsync(others));
    }

    private async Task StartAsync(Func<Task> send)
    {
        await WaitAsync(Fence.Lanes - 1);
        sending.Add(send());
    }

    private async Task WaitAsync(int most)
    {
        while (sending.Count > most)
        {
            var done = await Task.WhenAny(sending);
            sending.Remove(done);
            await done;
        }
    }

    private async Task SendAsync(Change[] changes)
    {
        switch (changes[0])
        {
            case Change.EvidenceRetracted:
                await evidence.RetractAsync([.. changes.Cast<Change.EvidenceRetracted>().Select(c => (c.Claim, c.Evidence))], cancellation);
                break;
            case Change.ClaimRetracted:
                await claims.RetractAsync([.. changes.Cast<Change.ClaimRetracted>().Select(c => c.Claim)], cancellation);
                break;
            case Change.EntityRetracted:
                await entities.RetractAsync([.. changes.Cast<Change.EntityRetracted>().Select(c => c.Entity)], cancellation);
                break;
            case Change.EntityAdded:
                await entities.AddAsync([.. changes.Cast<Change.EntityAdded>().Select(c => c.Entity)], cancellation);
                break;
            case Change.EvidenceAdded:
                await AddEvidenceAsync([.. changes.Cast<Change.EvidenceAdded>()]);
                break;
            case Change.ClaimReordered:
                await claims.ReorderAsync([.. changes.Cast<Change.ClaimReordered>()], cancellation);
                break;
            case Change.EntityRedated:
                await entities.RedateAsync([.. changes.Cast<Change.EntityRedated>()], cancellation);
                break;
        }
    }

    private async Task AddEvidenceAsync(Change.EvidenceAdded[] changes)
    {
        var standing = await claims.StandingAsync(changes.Select(c => c.Claim), cancellation);
        foreach (var change in changes)
        {
            if (!standing.Contains(change.Claim.ToString())) throw Nonsense.StandsNot(change.Claim);
        }

        await evidence.AddAsync([.. changes.Select(c => (c.Claim, Numbered(c.Evidence)))], cancellation);
    }

    private void Count(Change change)
    {
        switch (change)
        {
            case Change.EntityAdded(var entity):
                counts.Entity(entity.Kind, 1);
                break;
            case Change.EntityRetracted(var entity):
                counts.Entity(entity.Kind, -1);
                break;
            case Change.ClaimAdded(var claim, _):
                counts.Claim(claim.Kind, claim.Type, 1);
                touched.Add(claim);
                Added++;
                break;
            case Change.ClaimRetracted(var claim):
                counts.Claim(claim.Kind, claim.Type, -1);
                touched.Add(claim);
                Retracted++;
                break;
        }
    }
}
