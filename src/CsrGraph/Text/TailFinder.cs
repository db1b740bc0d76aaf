namespace CsrGraph.Text;

/// <summary>
/// Finds where an article ends and its page goes on: comments, related links, copyright, share buttons. The tail begins at the first
/// marker line after which no long line of prose follows; a marker inside an article, followed by more of it, cuts nothing.
/// </summary>
internal static class TailFinder
{
    /// <summary>A line of prose has a full stop and at least so many Han characters; headlines and comments seldom have both.</summary>
    private const int ProseLength = 50;

    /// <summary>A marker is a heading, so its line is short; only a copyright notice goes on in the same line.</summary>
    private const int HeadingLength = 20;

    private static readonly string[] Headings =
    [
        "网友评论", "网友热评", "热门评论", "最新评论", "用户评论", "全部评论", "发表评论", "我要评论",
        "相关推荐", "相关阅读", "相关新闻", "相关文章", "相关报道", "相关链接", "相关内容", "相关专题",
        "延伸阅读", "推荐阅读", "热门推荐", "精彩推荐", "为您推荐", "为你推荐", "猜你喜欢", "更多新闻",
        "最近发表", "随机阅读", "热门文章", "热点新闻", "上一篇", "下一篇", "返回首页", "返回顶部",
        "分享让更多人看到", "分享到", "打印本页", "关闭窗口", "扫一扫", "责任编辑", "责编",
    ];

    private static readonly string[] Notices =
    [
        "版权及免责声明", "版权声明", "免责声明", "特别声明", "版权所有", "凡本网", "Copyright", "©",
    ];

    /// <summary>Where the tail begins in the normalised <paramref name="text"/>; its length where there is none.</summary>
    public static int Find(string text)
    {
        var tail = text.Length;
        for (var end = text.Length; end > 0;)
        {
            var start = text.LastIndexOf('\n', end - 1) + 1;
            var line = text.AsSpan(start, end - start);
            var kind = Marker(line);
            if (!kind && IsProse(line))
            {
                break;
            }

            tail = kind ? start : tail;
            end = start - 1;
        }

        return tail;
    }

    private static bool Marker(ReadOnlySpan<char> line)
    {
        var words = line.Trim().TrimStart("-*#>·•■◆●▍|【[ ");
        return (words.Length <= HeadingLength && StartsWithAny(words, Headings)) || StartsWithAny(words, Notices);
    }

    private static bool IsProse(ReadOnlySpan<char> line) => line.Contains('。') && Han.Count(line) >= ProseLength;

    private static bool StartsWithAny(ReadOnlySpan<char> words, string[] markers)
    {
        foreach (var marker in markers)
        {
            if (words.StartsWith(marker, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
