using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.LoadProbe;

/// <summary>
/// A sector of any size with hubs and a long tail, made while it is read: organisations, people, events, and pledges that were released at events. Each
/// claim follows from its number, and is followed by its evidence.
/// </summary>
/// <param name="claims">How many claims it has.</param>
/// <param name="first">What the numbers in its ids begin at, so that two sectors have nothing in common.</param>
public sealed class MadeSector(int claims, int first = 0)
{
    private const int FirstDay = 736_000;

    private static readonly string[] Places = ["中国", "北京", "上海", "重庆", "广东", "浙江", "四川", "湖北", "云南", "江苏", "山东", "福建"];
    private static readonly string[] Trades = ["网络", "信息", "科技", "传媒", "文化", "数据", "安全", "教育", "能源", "金融", "智能", "环保", "医疗", "物流"];
    private static readonly string[] Marks = ["华", "新", "天", "中", "金", "云", "海", "博", "嘉", "瑞", "恒", "星", "联", "众", "远", "创"];
    private static readonly string[] Forms = ["有限公司", "股份有限公司", "协会", "集团", "公司", "研究院", "基金会", "联合会", "大学", "中心"];
    private static readonly string[] Families = ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴"];

    /// <summary>How many organisations there are.</summary>
    public int Organisations => Math.Max(20, claims / 10);

    /// <summary>How many events, and how many pledges, there are; the first event has a twentieth of all claims.</summary>
    public int Events => Math.Max(20, claims / 50);

    /// <summary>How many people there are.</summary>
    public int People => Math.Max(10, claims / 100);

    /// <summary>The id of an organisation.</summary>
    public static string Organisation(int number) => Id("org:o", number);

    /// <summary>The name of an organisation.</summary>
    public static string OrganisationName(int i) => $"{Of(Places, i, 20)}{Of(Marks, i, 21)}{Of(Marks, i, 22)}{Of(Trades, i, 23)}{Of(Forms, i, 24)}";

    /// <summary>The id of an event.</summary>
    public static string Event(int number) => Id("event:e", number);

    /// <summary>The id of a pledge.</summary>
    public static string Pledge(int number) => Id("pledge:p", number);

    /// <summary>The changes that bring it.</summary>
    public IEnumerable<Change> Changes()
    {
        foreach (var i in Numbers(Organisations)) yield return Entity(Organisation(i), "ORGANISATION", OrganisationName(i), null);
        foreach (var i in Numbers(Events)) yield return Entity(Event(i), "EVENT", $"第{(i % 30) + 1}届{Of(Places, i, 3)}{Of(Trades, i, 4)}{Of(Marks, i, 5)}论坛", Day(i));
        foreach (var i in Numbers(Events)) yield return Entity(Pledge(i), "PLEDGE", $"{Of(Places, i, 6)}{Of(Trades, i, 7)}{Of(Marks, i, 8)}自律公约", Day(i));
        foreach (var i in Numbers(People)) yield return Entity(Id("person:p", i), "PERSON", $"{Of(Families, i, 9)}{Of(Marks, i, 10)}{Of(Marks, i, 11)}", null);
        foreach (var i in Numbers((claims / 200) + 1)) yield return Entity(Document(i), "DOCUMENT", $"第{i}号文件", null);
        for (var i = 0; i < claims; i++)
        {
            var claim = Claim(i);
            yield return new Change.ClaimAdded(claim, new ClaimOrder(DayOf(claim.Object!.Value), null, i % 400));
            yield return new Change.EvidenceAdded(claim.Id, Evidence(i, i / 200));
            if (i % 5 == 0) yield return new Change.EvidenceAdded(claim.Id, Evidence(i + 2_000, (int)(Mix(i, 12) % (ulong)((claims / 200) + 1))));
        }
    }

    /// <summary>A claim by its number.</summary>
    public Claim Claim(int number)
    {
        var kind = Mix(number, 1) % 20;
        var subject = Organisation(Skewed(number, 2, Organisations));
        var (type, from, to) = kind switch
        {
            0 => ("ATTENDED", subject, Event(first)),
            < 3 => ("GUIDED", subject, Event(Plain(number, 3, Events))),
            < 5 => ("HOSTED", subject, Event(Plain(number, 3, Events))),
            5 => ("RELEASED_AT", Pledge(Plain(number, 4, Events)), Event(Plain(number, 3, Events))),
            < 9 => ("ATTENDED", Id("person:p", Plain(number, 5, People)), Event(Skewed(number, 3, Events))),
            < 13 => ("ATTENDED", subject, Event(Skewed(number, 3, Events))),
            _ => ("SIGNED", subject, Pledge(Skewed(number, 3, Events))),
        };
        var title = string.Create(CultureInfo.InvariantCulture, $"第{number}位");
        return new Claim(ClaimKind.Relation, type, new EntityId(from), new EntityId(to), Qualifiers.Of(("title", title)), null);
    }

    private static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:x}");

    private static string Document(int number) => Id("d", number);

    private static PartialDate Day(int number) => PartialDate.Of(DateOnly.FromDayNumber(DayNumber(number)).ToString("O", CultureInfo.InvariantCulture));

    private static int DayNumber(int number) => FirstDay + (int)(Mix(number, 13) % 2_800);

    private static int? DayOf(EntityId initiative) => DayNumber(
        int.Parse(initiative.Value.AsSpan(initiative.Value.IndexOf(':', StringComparison.Ordinal) + 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    private static Change.EntityAdded Entity(string id, string kind, string text, PartialDate? date) => new(
        new Entity(new EntityId(id), kind, null, [new Name(text, "zh-Hans", "FULL", true, null, null)], [], Qualifiers.None, date));

    private Evidence Evidence(int number, int document)
    {
        var start = number % 4_000;
        return new Evidence(new EntityId(Document(first + document)), "出席论坛", new Span(start, start + 4), Grade.Verbatim, null, null);
    }

    private IEnumerable<int> Numbers(int count) => Enumerable.Range(first, count);

    private static string Of(string[] texts, int number, int salt) => texts[(int)(Mix(number, salt) % (ulong)texts.Length)];

    private int Plain(int number, int salt, int count) => first + (int)(Mix(number, salt) % (ulong)count);

    private int Skewed(int number, int salt, int count)
    {
        var share = (Mix(number, salt) >> 11) / (double)(1UL << 53);
        return first + (int)(count * share * share * share);
    }

    // SplitMix64: numbers that look like chance and are always the same.
    private static ulong Mix(int number, int salt)
    {
        var x = ((ulong)number * 64) + (ulong)salt + 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
