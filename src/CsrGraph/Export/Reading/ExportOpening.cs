using CsrGraph.Export.Projections;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Reading;

/// <summary>Finds out what an export is asked to hold, before anything of it is written.</summary>
internal sealed class ExportOpening(IGraphStore store, VocabularyDefinition vocabulary, string scratch)
{
    private const int DocumentPage = 1000;
    private const string Closed = "CLOSED";

    public async Task<GraphExport> OpenAsync(ExportRequest request, CancellationToken cancellation)
    {
        Require(request);
        var changeSet = await ChangeSetAsync(request.KnownAt, cancellation);
        var asOf = new AsOf(changeSet?.Number ?? 0, request.ValidAt);
        if (request.Around.Count > 0) return await AroundAsync(request, changeSet, asOf, cancellation);
        var (rosters, partial) = await RostersAsync(asOf, cancellation);
        var licences = new LicenceTally();
        await foreach (var document in DocumentsAsync(asOf, cancellation)) licences.Add(document);
        if (request.Projection is not null)
        {
            var state = new ExportSnapshot(asOf.Head, changeSet?.At, request.ValidAt, [], [], licences.Notes, rosters, partial);
            var projected = await new ProjectionOpening(store, vocabulary, asOf, scratch).OpenAsync(request, state, cancellation);
            return new GraphExport(vocabulary, state, new PartOfGraph([], []), scratch) { Projected = projected };
        }

        var counted = (await store.CountAsync([new CountRequest.Standing(CountOf.ClaimsByKind)], asOf, cancellation))[0];
        var claims = counted.Rows.Select(g => new ClaimCount(Enum.Parse<ClaimKind>(g.Key[0]!), g.Number)).ToList();
        var snapshot = new ExportSnapshot(asOf.Head, changeSet?.At, request.ValidAt, [], claims, licences.Notes, rosters, partial);
        return new GraphExport(vocabulary, snapshot, new WholeGraph(store, asOf, scratch), scratch);
    }

    private static void Require(ExportRequest request)
    {
        if (request is { Projection: not null, Around.Count: > 0 }) throw new ExportRefusedException("a projection is of the whole graph: leave 'around' or 'projection' out");
        if (request is { Projection: null, Filter: not null } or { Projection: null, OverFilter: not null })
        {
            throw new ExportRefusedException("a filter is one of a projection, and none is asked for");
        }
    }

    private async Task<GraphExport> AroundAsync(ExportRequest request, ChangeSet? changeSet, AsOf asOf, CancellationToken cancellation)
    {
        var centres = await CentresAsync(request.Around, asOf, cancellation);
        var rows = await new AroundReading(store, vocabulary, asOf).ReadAsync(centres, cancellation);
        var licences = new LicenceTally();
        foreach (var entity in rows.Entities) licences.Add(entity);
        var rosters = rows.Claims.Where(c => c.Claim.Kind == ClaimKind.Roster).ToList();
        var partial = rosters.Count(c => c.Claim.Qualifiers[QualifierName.Closure] != Closed);
        var claims = rows.Claims.CountBy(c => c.Claim.Kind).Select(c => new ClaimCount(c.Key, c.Value)).OrderBy(c => c.Kind.ToString(), StringComparer.Ordinal);
        var snapshot = new ExportSnapshot(asOf.Head, changeSet?.At, request.ValidAt, centres, [.. claims], licences.Notes, rosters.Count, partial);
        return new GraphExport(vocabulary, snapshot, rows, scratch);
    }

    private async Task<ChangeSet?> ChangeSetAsync(KnownAt? knownAt, CancellationToken cancellation)
    {
        var last = await store.LastChangeSetAsync(cancellation);
        var head = last?.Number ?? 0;
        if (knownAt?.Number is { } number && KnownAt.Refusal(number, head) is { } refusal) throw new ExportRefusedException(refusal);

        return knownAt switch
        {
            null => last,
            { Number: 0 } => null,
            { Number: { } one } => await FirstAsync(new ChangeSetRequest(1, one), cancellation),
            { Moment: var moment } => await FirstAsync(new ChangeSetRequest(1, UpTo: head, At: moment), cancellation),
        };
    }

    private async Task<ChangeSet?> FirstAsync(ChangeSetRequest request, CancellationToken cancellation) =>
        (await store.ChangeSetsAsync([request], cancellation))[0] is [var found, ..] ? found : null;

    private async Task<IReadOnlyList<EntityId>> CentresAsync(IReadOnlyList<EntityId> ids, AsOf asOf, CancellationToken cancellation)
    {
        if (ids.FirstOrDefault(i => i.IsDocument) is { Value.Length: > 0 } document)
        {
            throw new ExportRefusedException($"'{document}' is no entity's id: an export is around organisations, people, initiatives or places, such as org:tencent");
        }

        var found = await store.EntitiesAsync([.. ids.Distinct().Select(i => i.Value)], asOf, cancellation);
        var missing = ids.Distinct().Where((_, i) => found[i] is null).ToList();
        if (missing.Count > 0) throw new ExportRefusedException($"there is no {string.Join(", ", missing)} after change-set {asOf.Head}");
        return [.. found.Select(e => e!.Id).Distinct().Order()];
    }

    private async Task<(long All, long Partial)> RostersAsync(AsOf asOf, CancellationToken cancellation)
    {
        var rosters = new ClaimFilter.KindIn([ClaimKind.Roster]);
        var named = new ClaimFilter.QualifierIn(QualifierName.Closure, [Closed]);
        var counted = await store.ClaimsAsync([Count(rosters), Count(new ClaimFilter.All([rosters, new ClaimFilter.Not(named)]))], asOf, cancellation);
        return (counted[0][0].Total!.Value, counted[1][0].Total!.Value);
    }

    private static ClaimRequest Count(ClaimFilter filter) => new() { By = ClaimsBy.All, Filter = filter, Page = new PageRequest(0), WantsTotals = true };

    private async IAsyncEnumerable<Entity> DocumentsAsync(AsOf asOf, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (Page<EntityRow>? page = null; page is null || page.HasNext;)
        {
            var request = new FindRequest { Kinds = [KindDefinition.Document], Page = new PageRequest(DocumentPage, page?.Rows[^1].Position) };
            page = (await store.FindAsync([request], asOf, cancellation))[0];
            foreach (var row in page.Rows) yield return row.Entity;
        }
    }
}
