using CsCheck;
using CsrGraph.Text;
using Xunit;

namespace CsrGraph.Tests.Text;

public class FoldingSpecs
{
    [Theory]
    [InlineData("“锦江倡议”", "锦江倡议")]
    [InlineData("《重点报告(2017-2018年度)》", "重点报告20172018年度")]
    [InlineData("ＡＢＣ　１２３", "abc123")]
    [InlineData("人民網", "人民网")]
    [InlineData("贝尔·格里尔斯", "贝尔格里尔斯")]
    [InlineData("大V「清朗」【一】—…", "大v清朗一")]
    [InlineData("沈皛", "沈皛")]
    [InlineData("“”", "")]
    public void What_a_reader_would_not_type_is_folded_away(string name, string folded) => Assert.Equal(folded, Folding.Fold(name));

    [Fact]
    public void Folding_twice_is_folding_once() => MadeText.Any.Sample(text => Folding.Fold(Folding.Fold(text)) == Folding.Fold(text));
}
