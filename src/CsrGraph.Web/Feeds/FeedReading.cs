using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Query;
using CsrGraph.Store;

namespace CsrGraph.Web.Feeds;

/// <summary>Reads what the latest change-sets added and retracted, as sentences; of a large one the first.</summary>
internal sealed class FeedReading(ServedGraph graph, Tongue tongue)
{
    private const int Entries = 30;
    private const int Lines = 100;
    private const int Claims = 5000;

    private readonly ClaimSentences sentences = new(graph.Vocabulary);

    /// <summary>The feed of an entity or a document, or of everything, up to a change-set.</summary>
    public async Task<Feed> ReadAsync(Entity? about, long head, CancellationToken cancellation)
    {
        if (about is null)
        {
            var latest = (await graph.Store.ChangeSetsAsync([new ChangeSetRequest(Entries, UpTo: head)], cancellation))[0];
            return new Feed(null, "CsrGraph", await EntriesAsync(latest, await OfAsync(latest, head, cancellation), set => set.Added + set.Retracted, head, cancellation));
        }

        var touched = await TouchedAsync(about, head, cancellation);
        var numbers = touched.Select(t => t.Number).Distinct().OrderDescending().Take(Entries).ToList();
        var sets = numbers.Count == 0 ? [] : await graph.Store.ChangeSetsAsync([.. numbers.Select(n => new ChangeSetRequest(1, n))], cancellation);
        var totals = touched.CountBy(t => t.Number).ToDictionary();
        return new Feed(about.Id.Value, $"CsrGraph: {about.Name}", await EntriesAsync([.. sets.SelectMany(s => s)], touched, set => totals[set.Number], head, cancellation));
    }

    // What each of the latest change-sets changed, the first of it.
    private async Task<IReadOnlyList<Touch>> OfAsync(IReadOnlyList<ChangeSet> sets, long head, CancellationToken cancellation)
    {
        if (sets.Count == 0) return [];
        string[] numbers = [.. sets.Select(s => s.Number.ToString(CultureInfo.InvariantCulture))];
        var found = await graph.Store.ClaimsAsync([Request(ClaimsBy.RetractedIn), Request(ClaimsBy.AddedIn)], new AsOf(head), cancellation);
        return [.. sets.SelectMany((set, i) => Touches(set.Number, found[0][i].Rows, '-').Concat(Touches(set.Number, found[1][i].Rows, '+')))];

        ClaimRequest Request(ClaimsBy by) => new() { By = by, Anchors = numbers, Sort = SortTerm.Printed, Page = new PageRequest(Lines) };
        static IEnumerable<Touch> Touches(long number, IReadOnlyList<ClaimRow> rows, char sign) => rows.Select(r => new Touch(number, sign, r.Claim));
    }

    // Every claim that has it at an end, or that it bears, by the change-sets that brought and took it.
    private async Task<IReadOnlyList<Touch>> TouchedAsync(Entity about, long head, CancellationToken cancellation)
    {
        var by = about.Id.IsDocument ? ClaimsBy.Document : ClaimsBy.End;
        var touched = new List<Touch>();
        for (Page<ClaimRow>? page = null; page is null || page.HasNext;)
        {
            var request = new ClaimRequest
            {
                By = by,
                Anchors = [about.Id.Value],
                Sort = SortTerm.Printed,
                Page = new PageRequest(Claims, page?.Rows[^1].Position),
                WithRetracted = true,
            };
            page = (await graph.Store.ClaimsAsync([request], new AsOf(head), cancellation))[0][0];
            touched.AddRange(page.Rows.Where(r => r.RetractedIn is not null).Select(r => new Touch(r.RetractedIn!.Value, '-', r.Claim)));
            touched.AddRange(page.Rows.Select(r => new Touch(r.AddedIn, '+', r.Claim)));
        }

        return touched;
    }

    private async Task<IReadOnlyList<FeedEntry>> EntriesAsync(
        IReadOnlyList<ChangeSet> sets, IReadOnlyList<Touch> touched, Func<ChangeSet, long> total, long head, CancellationToken cancellation)
    {
        var shown = touched.GroupBy(t => t.Number).ToDictionary(g => g.Key, g => g.OrderBy(t => t.Sign == '+').Take(Lines).ToList());
        var claims = sets.SelectMany(s => shown.GetValueOrDefault(s.Number) ?? []).Select(t => t.Claim);
        var names = await NamesAsync(claims, head, cancellation);
        return [.. sets.Select(Entry)];

        FeedEntry Entry(ChangeSet set)
        {
            var lines = (shown.GetValueOrDefault(set.Number) ?? []).Select(t => $"{t.Sign} {sentences.Say(t.Claim, id => names.GetValueOrDefault(id, id.Value), tongue)}").ToList();
            return new FeedEntry(set, lines, total(set) - lines.Count);
        }
    }

    private async Task<Dictionary<EntityId, string>> NamesAsync(IEnumerable<Claim> claims, long head, CancellationToken cancellation)
    {
        var ids = claims.SelectMany(Mentioned).Distinct().ToList();
        if (ids.Count == 0) return [];
        var found = await graph.Store.EntitiesAsync([.. ids.Select(i => i.Value)], new AsOf(head), cancellation);
        return ids.Zip(found).Where(p => p.Second is not null).ToDictionary(p => p.First, p => p.Second!.Name);
    }

    private static IEnumerable<EntityId> Mentioned(Claim claim)
    {
        yield return claim.Subject;
        if (claim.Object is { } other) yield return other;
        if (claim.Qualifiers[QualifierName.OnBehalfOf] is { } agent) yield return new EntityId(agent);
    }

    private readonly record struct Touch(long Number, char Sign, Claim Claim);
}
