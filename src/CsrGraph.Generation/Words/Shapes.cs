namespace CsrGraph.Generation.Words;

/// <summary>How names of one sort of organisation are built, and who works there.</summary>
/// <param name="Category">A term of the vocabulary's list CATEGORY.</param>
/// <param name="Share">How many there are in a thousand organisations.</param>
/// <param name="Pattern">
/// Which parts follow each other: P place, D district, T trade name, F field, E ending; of a department O, the whole name of who it belongs to.
/// </param>
/// <param name="Fields">What stands for F.</param>
/// <param name="Endings">What stands for E.</param>
/// <param name="Posts">The titles of those who speak for it.</param>
internal sealed record Shape(
    string Category, int Share, string Pattern, IReadOnlyList<string> Fields, IReadOnlyList<string> Endings, IReadOnlyList<string> Posts);

/// <summary>The sorts of organisations of a sector.</summary>
internal static class Shapes
{
    public const int Regulator = 0;
    public const int Government = 1;
    public const int Association = 3;
    public const int Company = 4;
    public const int Institute = 6;
    public const int Media = 7;
    public const int Platform = 8;
    public const int Foundation = 9;
    public const int Department = 10;

    /// <summary>By their numbers above; departments come last, for they belong to others. No ending is that of a real authority.</summary>
    public static IReadOnlyList<Shape> All { get; } =
    [
        new("REGULATOR", 12, "PDE", [], ["信息责任局", "数据服务管理局", "视听传播管理局", "通信服务监督局"], ["局长", "副局长", "一级巡视员"]),
        new("GOVERNMENT", 25, "PDE", [], ["数字发展办公室", "产业促进局", "信息服务中心", "公共数据局"], ["主任", "副主任", "局长"]),
        new("PARTY_ORGAN", 8, "PDE", [], ["网络文明委员会", "互联网行业党委"], ["书记", "副书记"]),
        new("ASSOCIATION", 120, "PDFE", NameWords.Topics, ["协会", "联合会", "商会", "促进会", "学会"], ["会长", "副会长", "秘书长", "副秘书长", "名誉会长"]),
        new("COMPANY", 580, "PTFE", NameWords.Trades, ["有限公司", "股份有限公司", "集团有限公司"], ["总裁", "副总裁", "总经理", "社会责任总监", "公共事务总监"]),
        new("UNIVERSITY", 35, "TFE", ["理工", "财经", "传媒", "科技", "师范", "工业", "政法"], ["大学", "学院"], ["校长", "副校长", "教授"]),
        new("RESEARCH_INSTITUTE", 45, "TFE", NameWords.Topics, ["研究院", "研究所", "研究中心"], ["院长", "副院长", "研究员"]),
        new("MEDIA", 60, "PTE", [], ["日报", "晚报", "商报", "新闻网", "在线", "周刊", "电视台"], ["总编辑", "副总编辑", "记者"]),
        new("PLATFORM", 45, "TE", [], ["直播", "短视频", "课堂", "到家", "出行", "音乐", "读书", "社区", "优选", "地图", "问答", "健康"], ["负责人", "运营总监"]),
        new("OTHER", 20, "PTE", [], ["公益基金会", "社会服务中心", "志愿者联盟"], ["理事长", "秘书长"]),
        new("", 50, "OE", [], ["社会责任处", "网络治理处", "公共事务部", "自律委员会", "宣传处", "专业委员会"], ["处长", "副处长", "主任"]),
    ];
}
