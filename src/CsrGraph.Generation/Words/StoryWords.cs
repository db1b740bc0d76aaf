namespace CsrGraph.Generation.Words;

/// <summary>What made-up reports are written with.</summary>
internal static class StoryWords
{
    /// <summary>Every document says so, in its title and at the head of its text.</summary>
    public const string MadeUp = "虚构";

    public const string Licence = "Made up (虚构) by csrgraph generate: no such text, person, organisation or event is meant. Free for any use.";

    public static IReadOnlyList<string> Slogans { get; } =
    [
        "清朗", "向善", "守正", "同行", "护航", "春风", "暖流", "灯塔", "青苗", "萤火", "同心", "共益", "诚信", "可信", "绿色", "普惠", "无碍", "安心",
        "书香", "星光", "远山", "乡野", "童行", "银龄", "助梦", "聚力", "共享", "透明", "负责", "文明",
    ];

    public static IReadOnlyList<string> SeriesForms { get; } = ["社会责任论坛", "社会责任大会", "责任发展年会", "行业自律峰会", "公益传播大会", "创新发展论坛"];

    public static IReadOnlyList<string> EventForms { get; } = ["责任座谈会", "案例交流会", "成果发布会", "自律培训班", "公益启动仪式", "工作推进会"];

    public static IReadOnlyList<string> Pledges { get; } = ["倡议", "自律公约", "承诺书", "宣言"];

    public static IReadOnlyList<string> Reports { get; } = ["报告", "蓝皮书", "白皮书"];

    public static IReadOnlyList<string> Standards { get; } = ["评价标准", "指标体系", "管理指南"];

    public static IReadOnlyList<string> Programmes { get; } = ["公益计划", "助学计划", "培训工程", "志愿行动", "助农工程"];

    /// <summary>The speech acts with the verbs that print them.</summary>
    public static IReadOnlyList<(string Act, string Verb)> Acts { get; } =
    [
        ("ADDRESS", "致辞"), ("SPEECH", "讲话"), ("PRESENTATION", "分享经验"), ("COMMENTARY", "点评"), ("MODERATION", "主持会议"), ("READING", "宣读倡议"),
    ];

    public static IReadOnlyList<string> SayingVerbs { get; } = ["表示", "指出", "强调", "介绍", "认为", "呼吁"];

    public static IReadOnlyList<string> Doing { get; } =
    [
        "推动", "加强", "完善", "落实", "坚持", "引导", "促进", "探索", "健全", "深化", "参与", "支持", "规范", "改进", "重视", "拓展", "提升", "优化", "普及", "保障",
    ];

    public static IReadOnlyList<string> Done { get; } =
    [
        "平台治理", "行业自律", "未成年人保护", "数据安全", "乡村振兴", "网络公益", "内容审核", "算法透明", "信息无障碍", "用户权益", "绿色低碳", "诚信经营",
        "网络扶贫", "就业帮扶", "知识产权保护", "谣言治理", "适老服务", "应急通信", "员工关怀", "供应链责任", "科普传播", "志愿服务", "公平竞争", "隐私保护",
        "责任披露", "社区共建", "文化传承", "人才培养", "技术向善", "网络文明",
    ];

    /// <summary>What figures count, with the unit that is printed.</summary>
    public static IReadOnlyList<(string Measure, string Unit)> Measures { get; } =
    [
        ("用户规模", "亿人"), ("网民规模", "万人"), ("参评企业", "家"), ("典型案例", "个"), ("受益人数", "万人"), ("捐赠总额", "亿元"), ("志愿者人数", "人"),
        ("处置违规信息", "万条"), ("培训人次", "人次"), ("培训场次", "场"), ("直播场次", "场"), ("网络普及率", "%"), ("披露责任报告企业", "家"), ("满意度", "%"),
    ];

    public static IReadOnlyList<(string Grade, string Printed)> Grades { get; } =
    [
        ("MEMBER", "会员单位"), ("MEMBER", "会员单位"), ("MEMBER", "会员单位"), ("COUNCIL", "理事单位"), ("COUNCIL", "理事单位"), ("STANDING_COUNCIL", "常务理事单位"),
        ("VICE_CHAIR", "副会长单位"), ("CHAIR", "会长单位"), ("SUPERVISOR", "监事单位"),
    ];
}
