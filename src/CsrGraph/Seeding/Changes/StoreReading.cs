using System.Runtime.CompilerServices;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Seeding.Changes;

/// <summary>What planning reads from a store at one head, a batch of keys a call.</summary>
internal sealed class StoreReading(IGraphStore store, long head)
{
    private const int Batch = 5_000;
    private const int FewAnchors = 50;

    private AsOf AsOf => new(head);

    public async Task<Dictionary<EntityId, Entity>> EntitiesAsync(IEnumerable<EntityId> ids, CancellationToken cancellation)
    {
        var found = new Dictionary<EntityId, Entity>();
        if (head == 0) return found;
        foreach (var batch in ids.Distinct().Chunk(Batch))
        {
            var entities = await store.EntitiesAsync([.. batch.Select(i => i.Value)], AsOf, cancellation);
            for (var i = 0; i < batch.Length; i++)
            {
                // A merged id gives another entity; for planning, the merged one is not there.
                if (entities[i] is { } entity && entity.Id == batch[i]) found.Add(batch[i], entity);
            }
        }

        return found;
    }

    /// <summary>Every entity (or document) of these kinds, a page after the other.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Entity>> EntityPagesAsync(IReadOnlyList<string> kinds, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Position? after = null;
        while (head > 0)
        {
            var request = new FindRequest { Kinds = kinds, Page = new PageRequest(Batch, after) };
            var page = (await store.FindAsync([request], AsOf, cancellation))[0];
            yield return [.. page.Rows.Select(r => r.Entity)];
            if (!page.HasNext) break;
            after = page.Rows[^1].Position;
        }
    }

    /// <summary>Claims by their anchors, a page after the other; a claim of several anchors comes several times.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ClaimRow>> ClaimPagesAsync(
        ClaimsBy by, IEnumerable<string> anchors, ClaimFilter? filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (head == 0) yield break;
        foreach (var batch in anchors.Chunk(FewAnchors))
        {
            var request = new ClaimRequest { By = by, Anchors = batch, Filter = filter, Page = new PageRequest(Batch / FewAnchors * 2) };
            var pages = (await store.ClaimsAsync([request], AsOf, cancellation))[0];
            for (var i = 0; i < batch.Length; i++)
            {
                var page = pages[i];
                yield return page.Rows;
                while (page.HasNext)
                {
                    var next = request with { Anchors = [batch[i]], Page = new PageRequest(Batch, page.Rows[^1].Position) };
                    page = (await store.ClaimsAsync([next], AsOf, cancellation))[0][0];
                    yield return page.Rows;
                }
            }
        }
    }

    /// <summary>Every entity (or document) of these kinds.</summary>
    public async Task<List<Entity>> EntitiesOfAsync(IReadOnlyList<string> kinds, EntityFilter? filter, CancellationToken cancellation)
    {
        var all = new List<Entity>();
        if (head == 0) return all;
        Position? after = null;
        while (true)
        {
            var request = new FindRequest { Kinds = kinds, Filter = filter, Page = new PageRequest(Batch, after) };
            var page = (await store.FindAsync([request], AsOf, cancellation))[0];
            all.AddRange(page.Rows.Select(r => r.Entity));
            if (!page.HasNext) return all;
            after = page.Rows[^1].Position;
        }
    }

    /// <summary>Claims by their anchors; with <paramref name="withRetracted"/> also those that stood once.</summary>
    public async Task<List<ClaimRow>> ClaimsAsync(
        ClaimsBy by, IEnumerable<string> anchors, ClaimFilter? filter, CancellationToken cancellation, bool withRetracted = false)
    {
        var rows = new Dictionary<ClaimId, ClaimRow>();
        if (head == 0) return [];
        IEnumerable<string[]> batches = by == ClaimsBy.All ? [[]] : anchors.Distinct().Chunk(Batch);
        foreach (var batch in batches)
        {
            var request = new ClaimRequest { By = by, Anchors = batch, Filter = filter, Page = PageRequest.All, WithRetracted = withRetracted };
            foreach (var row in (await store.ClaimsAsync([request], AsOf, cancellation))[0].SelectMany(p => p.Rows)) rows[row.Claim.Id] = row;
        }

        return [.. rows.Values];
    }

    public async Task<Dictionary<ClaimId, HashSet<Evidence>>> EvidenceAsync(IEnumerable<ClaimId> claims, CancellationToken cancellation)
    {
        var found = new Dictionary<ClaimId, HashSet<Evidence>>();
        if (head == 0) return found;
        foreach (var batch in claims.Distinct().Chunk(Batch))
        {
            var answers = (await store.EvidenceAsync([new EvidenceRequest(batch)], AsOf, cancellation))[0];
            for (var i = 0; i < batch.Length; i++)
            {
                if (answers[i].Count > 0) found.Add(batch[i], [.. answers[i].Select(r => r.Evidence)]);
            }
        }

        return found;
    }
}
