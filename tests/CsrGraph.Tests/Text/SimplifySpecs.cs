using CsCheck;
using CsrGraph.Text;
using Xunit;

namespace CsrGraph.Tests.Text;

public class SimplifySpecs
{
    [Theory]
    [InlineData("隨著", "随着")]
    [InlineData("沿著", "沿着")]
    [InlineData("著力點", "着力点")]
    [InlineData("著名", "著名")]
    [InlineData("顯著", "显著")]
    [InlineData("乾隆皇帝吃乾糧", "乾隆皇帝吃干粮")]
    [InlineData("頭髮發展", "头发发展")]
    [InlineData("皇后後面", "皇后后面")]
    [InlineData("三七互娛", "三七互娱")]
    [InlineData("規范并", "规范并")]
    [InlineData("裡面的群眾", "里面的群众")]
    [InlineData("豈有", "岂有")]
    public void Traditional_text_is_simplified_as_OpenCC_does(string traditional, string simplified) =>
        Assert.Equal(simplified, ChineseText.Simplify(traditional));

    [Theory]
    [InlineData("瞭望周刊写乾隆传")]
    [InlineData("乾佑县")]
    [InlineData("沈皛")]
    public void Simplified_text_stays(string text) => Assert.Equal(text, ChineseText.Simplify(text));

    [Fact]
    public void Simplifying_twice_is_simplifying_once() =>
        MadeText.Any.Sample(text => ChineseText.Simplify(ChineseText.Simplify(text)) == ChineseText.Simplify(text));
}
