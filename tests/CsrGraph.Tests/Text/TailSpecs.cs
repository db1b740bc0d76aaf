using CsrGraph.Text;
using Xunit;

namespace CsrGraph.Tests.Text;

public class TailSpecs
{
    private static readonly string Prose = string.Concat(Enumerable.Repeat("企业履行责任", 9)) + "。";

    [Fact]
    public void The_first_marker_without_prose_after_it_begins_the_tail()
    {
        Assert.Equal("延伸阅读\n一条链接\n相关推荐\n又一条", Tail($"{Prose}\n延伸阅读\n一条链接\n相关推荐\n又一条"));
    }

    [Fact]
    public void A_marker_inside_the_article_cuts_nothing() =>
        Assert.Equal("责任编辑:某某", Tail($"{Prose}\n相关阅读\n一条链接\n{Prose}\n责任编辑:某某"));

    [Fact]
    public void A_copyright_notice_may_be_as_long_as_prose() => Assert.Equal($"- 版权声明:{Prose}", Tail($"{Prose}\n- 版权声明:{Prose}"));

    [Theory]
    [InlineData("相关推荐算法让平台的社交属性不断增强,内容生产成为普遍做法")]
    [InlineData("最后一段没有标记")]
    public void A_line_that_only_begins_like_a_marker_is_no_tail(string last) => Assert.Equal("", Tail($"{Prose}\n{last}"));

    [Fact]
    public void The_tail_of_a_traditional_page_is_found_too() => Assert.Equal("相關(guān)推薦\n一條", Tail($"{Prose}\n相關(guān)推薦\n一條"));

    private static string Tail(string raw) => raw[Normaliser.Normalise(raw).TailStart..];
}
