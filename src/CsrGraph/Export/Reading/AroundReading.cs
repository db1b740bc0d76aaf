using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Reading;

/// <summary>
/// Reads what is around some entities: every claim that has one of them at an end, and the relations among those that these lead to; with all
/// entities and documents that they name.
/// </summary>
internal sealed class AroundReading(IGraphStore store, VocabularyDefinition vocabulary, AsOf asOf)
{
    /// <summary>The most claims that are looked at.</summary>
    public const int MaxClaims = 200_000;

    private const int Page = 2000;
    private const int Anchors = 200;

    private readonly Mentions mentions = new(vocabulary);
    private int looked;

    public async Task<PartOfGraph> ReadAsync(IReadOnlyList<EntityId> centres, CancellationToken cancellation)
    {
        var claims = new Dictionary<ClaimId, ClaimRow>();
        foreach (var centre in centres)
        {
            await foreach (var row in ClaimsAsync(ClaimsBy.End, [centre.Value], null, cancellation)) claims[row.Claim.Id] = row;
        }

        // Documents, too, are ends: of credits.
        var near = claims.Values.SelectMany(r => Ends(r.Claim)).Where(i => !i.IsDocument).Except(centres).ToHashSet();
        var relations = new ClaimFilter.KindIn([ClaimKind.Relation]);
        foreach (var anchors in near.Order().Chunk(Anchors))
        {
            await foreach (var row in ClaimsAsync(ClaimsBy.Subject, [.. anchors.Select(a => a.Value)], relations, cancellation))
            {
                if (near.Contains(row.Claim.Object!.Value)) claims[row.Claim.Id] = row;
            }
        }

        var said = await SaidAsync([.. claims.Values.OrderBy(r => r.Claim.Id)], cancellation);
        var named = said.SelectMany(s => mentions.Of(s.Claim).Concat(s.Evidence.Select(e => e.Document))).Concat(centres);
        return new PartOfGraph(await EntitiesAsync(named, cancellation), said);
    }

    private static IEnumerable<EntityId> Ends(Claim claim) => claim.Object is { } other ? [claim.Subject, other] : [claim.Subject];

    private async IAsyncEnumerable<ClaimRow> ClaimsAsync(
        ClaimsBy by, IReadOnlyList<string> anchors, ClaimFilter? filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var pages = new Queue<(IReadOnlyList<string> Anchors, Position? After)>([(anchors, null)]);
        while (pages.TryDequeue(out var next))
        {
            var request = new ClaimRequest { By = by, Anchors = next.Anchors, Filter = filter, Page = new PageRequest(Page, next.After) };
            var found = (await store.ClaimsAsync([request], asOf, cancellation))[0];
            for (var i = 0; i < found.Count; i++)
            {
                looked += found[i].Rows.Count;
                if (looked > MaxClaims) throw new ExportRefusedException($"more than {MaxClaims} claims are around these entities: name fewer, or export the whole graph");
                foreach (var row in found[i].Rows) yield return row;
                if (found[i].HasNext) pages.Enqueue(([next.Anchors[i]], found[i].Rows[^1].Position));
            }
        }
    }

    private async Task<IReadOnlyList<ExportRow.Said>> SaidAsync(IReadOnlyList<ClaimRow> rows, CancellationToken cancellation)
    {
        var said = new List<ExportRow.Said>(rows.Count);
        foreach (var part in rows.Chunk(Page))
        {
            var evidence = (await store.EvidenceAsync([new EvidenceRequest([.. part.Select(r => r.Claim.Id)])], asOf, cancellation))[0];
            said.AddRange(part.Select((r, i) => new ExportRow.Said(r.Claim, r.Order, [.. evidence[i].Select(e => e.Evidence)])));
        }

        return said;
    }

    // What is named by what is named belongs to it too, until nothing is new.
    private async Task<IReadOnlyList<Entity>> EntitiesAsync(IEnumerable<EntityId> ids, CancellationToken cancellation)
    {
        var found = new SortedDictionary<EntityId, Entity>();
        var wanted = ids.ToHashSet();
        var asked = new HashSet<EntityId>();
        while (wanted.Count > 0)
        {
            asked.UnionWith(wanted);
            foreach (var part in wanted.Chunk(Page))
            {
                foreach (var entity in await store.EntitiesAsync([.. part.Select(i => i.Value)], asOf, cancellation))
                {
                    if (entity is not null) found[entity.Id] = entity;
                }
            }

            wanted = [.. found.Values.SelectMany(Mentions.Of).Where(i => !asked.Contains(i))];
        }

        return [.. found.Values];
    }
}
