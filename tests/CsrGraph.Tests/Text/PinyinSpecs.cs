using CsrGraph.Text;
using Xunit;

namespace CsrGraph.Tests.Text;

public class PinyinSpecs
{
    [Theory]
    [InlineData("腾讯", "teng xun")]
    [InlineData("重庆", "chong qing")]
    [InlineData("重点", "zhong dian")]
    [InlineData("中国银行业协会", "zhong guo yin hang ye xie hui")]
    [InlineData("长沙市", "chang sha shi")]
    [InlineData("秘书长", "mi shu zhang")]
    [InlineData("音乐", "yin yue")]
    [InlineData("成都", "cheng du")]
    [InlineData("人民網", "ren min wang")]
    [InlineData("“360集团”", "360 ji tuan")]
    [InlineData("沈皛", "shen xiao")]
    [InlineData("绿色", "lv se")]
    [InlineData("国家广播电视总局", "guo jia guang bo dian shi zong ju")]
    public void Phrases_settle_how_a_name_is_read(string name, string reading) => Assert.Equal(reading, Pinyin.Of(name));

    [Theory]
    [InlineData('行', "xing", "hang")]
    [InlineData('长', "chang", "zhang")]
    [InlineData('都', "dou", "du")]
    [InlineData('重', "zhong", "chong")]
    [InlineData('乐', "le", "yue")]
    public void A_character_with_several_readings_gives_the_usual_one_first(char character, params string[] readings) =>
        Assert.Equal(readings, Pinyin.Readings(character));

    [Fact]
    public void What_is_no_Han_character_has_no_reading() => Assert.Empty(Pinyin.Readings('a'));
}
