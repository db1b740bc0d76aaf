namespace CsrGraph.Generation.Words;

/// <summary>The parts that names of organisations and people are put together from.</summary>
internal static class NameWords
{
    /// <summary>First characters of a trade name.</summary>
    public static IReadOnlyList<string> First { get; } = Characters("云星海天华新恒瑞盛远明智博安和信宏启联嘉融通创金元清正泰德鼎晨旭东南锦凌卓思同众优聚万九青蓝飞广卫景文程方永亿腾越");

    /// <summary>Second characters of a trade name.</summary>
    public static IReadOnlyList<string> Second { get; } = Characters("帆图讯动网信界维码科达程和途方舟桥点线石光谷源川河山林木禾乐美佳成立达力行航驰翔宇辰阳月雅韵声言书墨景尚品家园");

    /// <summary>Districts of a place.</summary>
    public static IReadOnlyList<string> Districts { get; } =
    [
        "东湖区", "西湖区", "南湖区", "北湖区", "高新区", "开发区", "滨江区", "滨海区", "城东区", "城西区", "城南区", "城北区", "新城区", "老城区",
        "河东区", "河西区", "江北区", "江南区", "山前区", "临港区", "桥头区", "石门区", "青山区", "金沙区", "白云区", "花园区", "龙泉区", "凤山区",
    ];

    /// <summary>What companies do, as their names have it.</summary>
    public static IReadOnlyList<string> Trades { get; } =
    [
        "网络科技", "信息技术", "文化传媒", "数据服务", "智能科技", "互动娱乐", "电子商务", "在线教育", "数字传媒", "软件技术", "通信技术", "物流服务",
        "金融科技", "健康科技", "出行服务", "视听科技",
    ];

    /// <summary>What associations, forums and reports are about.</summary>
    public static IReadOnlyList<string> Topics { get; } =
    [
        "互联网", "数字经济", "电子商务", "网络视听", "网络社会", "人工智能", "信息安全", "软件行业", "物联网", "数字出版", "网络文学", "在线教育",
        "平台经济", "网络直播", "游戏产业", "大数据", "云计算", "智慧物流", "数字文化", "网络公益", "移动出行", "互联网医疗", "数字金融", "融媒体",
    ];

    /// <summary>First characters of a given name.</summary>
    public static IReadOnlyList<string> GivenFirst { get; } = Characters("建文志国永春秀晓海玉立伟丽红小德明雪云金庆家宝学慧少振宏长福新兴成思雨子佳欣俊承启");

    /// <summary>Second characters of a given name.</summary>
    public static IReadOnlyList<string> GivenSecond { get; } = Characters("华军平明芳敏强英霞勇峰林辉斌燕玲娟涛民生梅萍琴洁波兵宁清源安然之川航宇晴彤妍博琳");

    private static string[] Characters(string text) => [.. text.Distinct().Select(c => c.ToString())];
}
