using System.Diagnostics;
using System.Globalization;
using CsrGraph.Store;

namespace CsrGraph.LoadProbe;

/// <summary>Times questions to a store that holds a <see cref="MadeSector"/>, other ids each time.</summary>
internal sealed class SectorReads(IGraphStore store, MadeSector sector)
{
    private static readonly string[] Searched =
    [
        "公司", "中国", "网络安全", "北京华", "有限公司", "zhongguo", "论坛", "王", "联合会", "协会", "beijing", "自律公约", "科技集团", "大学", "zgh",
        "中国华新", "上海", "第3届", "众创教育", "不在其中", "国", "bj", "云海", "股份有限公司", "hua", "数据中心",
    ];

    private readonly Random random = new(20250101);
    private AsOf now;

    public async Task WriteAsync()
    {
        now = new AsOf(await store.HeadAsync(default));
        await TimeAsync("entity by id", 2_000, () => store.EntitiesAsync([Any(MadeSector.Event, sector.Events)], now, default));
        await TimeAsync("bench question", 300, BenchAsync);
        await TimeAsync("100 anchors, first 20, claims", 300, () => RelationsAsync("SIGNED", Many(MadeSector.Pledge, sector.Events), 20, false));
        await TimeAsync("100 anchors with the hub, first 10", 300, () => RelationsAsync("ATTENDED", [MadeSector.Event(0), .. Many(MadeSector.Event, sector.Events).Take(99)], 10, false));
        await TimeAsync("100 anchors with the hub, totals", 300, () => RelationsAsync("ATTENDED", [MadeSector.Event(0), .. Many(MadeSector.Event, sector.Events).Take(99)], 10, true));
        await TimeAsync("organisations by signed count", 300, () => store.FindAsync(
            [new FindRequest { Kinds = ["ORGANISATION"], Sort = [new SortTerm(SortBy.RelationCount, true, new RelationKey("SIGNED", RelationEnd.Subject))], Page = new PageRequest(20) }],
            now,
            default));
        await TimeAsync("first page of all claims", 300, () => store.ClaimsAsync([new ClaimRequest { By = ClaimsBy.All, Page = new PageRequest(20) }], now, default));
        await TimeAsync("counts", 100, () => store.CountAsync([new CountRequest.Standing(CountOf.EntitiesByKind), new CountRequest.Standing(CountOf.RelationsByType), new CountRequest.Standing(CountOf.ClaimsByKind)], now, default));
        await TimeAsync("evidence of 100 claims", 300, () => store.EvidenceAsync(
            [new EvidenceRequest([.. Enumerable.Range(0, 100).Select(_ => sector.Claim(random.Next(Claims)).Id)], 3)], now, default));
        string[] kinds = ["ORGANISATION", "EVENT", "PLEDGE", "PERSON"];
        foreach (var text in Searched)
        {
            await TimeAsync($"search {text}", 20, () => store.SearchAsync([new SearchRequest(text, kinds, new PageRequest(20))], now, default));
        }

        await TimeAsync("search, one of these", 1_000, () => store.SearchAsync([new SearchRequest(Searched[random.Next(Searched.Length)], kinds, new PageRequest(20))], now, default));
        await TimeAsync("search, a name or a part of one, and each fifth one of these", 2_000, () => store.SearchAsync([new SearchRequest(Asked(), kinds, new PageRequest(20))], now, default));
    }

    private string Asked()
    {
        if (random.Next(5) == 0) return Searched[random.Next(Searched.Length)];
        var name = MadeSector.OrganisationName(random.Next(sector.Organisations));
        return random.Next(3) switch { 0 => name, 1 => name[..4], _ => name[2..6] };
    }

    private int Claims => sector.Organisations * 10;

    private string Any(Func<int, string> id, int count) => id(random.Next(count));

    private string[] Many(Func<int, string> id, int count) => [.. Enumerable.Range(0, 200).Select(_ => Any(id, count)).Distinct().Take(100)];

    private async Task BenchAsync()
    {
        var ids = Many(MadeSector.Event, sector.Events);
        await store.FindAsync(
            [new FindRequest { Kinds = ["EVENT"], Filter = new EntityFilter.IdIn(ids), Page = new PageRequest(100), Parts = EntityParts.Heading }], now, default);
        var level = await store.RelationsAsync(
            [Lean("GUIDED", ids, 10), Lean("HOSTED", ids, 10), Lean("RELEASED_AT", ids, 1)], now, default);
        string[] pledges = [.. level[2].SelectMany(p => p.Rows).Select(r => r.Far.Id.Value).Distinct()];
        await store.RelationsAsync([Lean("SIGNED", pledges, 20)], now, default);
    }

    private Task<IReadOnlyList<IReadOnlyList<RelationPage>>> RelationsAsync(string type, string[] anchors, int first, bool totals) =>
        store.RelationsAsync([Lean(type, anchors, first) with { WantsTotals = totals, WantsClaims = true, FarParts = EntityParts.Record }], now, default);

    private static RelationRequest Lean(string type, string[] anchors, int first) => new()
    {
        Relation = new RelationKey(type, RelationEnd.Object),
        Anchors = anchors,
        Page = new PageRequest(first),
        FarParts = EntityParts.Heading,
        WantsClaims = false,
    };

    private static async Task TimeAsync(string what, int times, Func<Task> ask)
    {
        for (var i = 0; i < 100; i++) await ask();
        var took = new double[times];
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask();
            took[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(took);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: p50 {took[times / 2]:0.000} ms, p99 {took[times * 99 / 100]:0.000} ms, least {took[0]:0.000} ms"));
    }
}
