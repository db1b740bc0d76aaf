using System.Globalization;
using CsrGraph.Model;
using Xunit;

namespace CsrGraph.Tests.Model;

public class PrintedQuantitySpecs
{
    [Theory]
    [InlineData("10.92亿人", "1092000000", "1092000000", "EXACT", "人")]
    [InlineData("8.16亿人", "816000000", "816000000", "EXACT", "人")]
    [InlineData("77.5%", "77.5", "77.5", "EXACT", "%")]
    [InlineData("44家", "44", "44", "EXACT", "家")]
    [InlineData("106个", "106", "106", "EXACT", "个")]
    [InlineData("1,000家", "1000", "1000", "EXACT", "家")]
    [InlineData("六家", "6", "6", "EXACT", "家")]
    [InlineData("十二人", "12", "12", "EXACT", "人")]
    [InlineData("二百三十五人", "235", "235", "EXACT", "人")]
    [InlineData("两个", "2", "2", "EXACT", "个")]
    [InlineData("三千万人", "30000000", "30000000", "EXACT", "人")]
    [InlineData("超过2100万", "21000000", null, "MORE_THAN", null)]
    [InlineData("1870余万", "18700000", null, "MORE_THAN", null)]
    [InlineData("60余名", "60", null, "MORE_THAN", "名")]
    [InlineData("100多家", "100", null, "MORE_THAN", "家")]
    [InlineData("至少30家", "30", null, "AT_LEAST", "家")]
    [InlineData("30家以上", "30", null, "AT_LEAST", "家")]
    [InlineData("约40家", "40", "40", "ABOUT", "家")]
    [InlineData("近900万元", "9000000", "9000000", "ABOUT", "元")]
    [InlineData("40家左右", "40", "40", "ABOUT", "家")]
    [InlineData("20-30家", "20", "30", "EXACT", "家")]
    public void A_printed_quantity_is_read_with_its_unit_and_its_vagueness(string printed, string min, string? max, string kind, string? unit)
    {
        var read = PrintedQuantity.Parse(printed);
        Assert.Equal((min, max, kind, unit), (Text(read.Min), read.Max is { } m ? Text(m) : null, read.Kind, read.Unit));
    }

    [Theory]
    [InlineData("若干家")]
    [InlineData("")]
    [InlineData("二〇一八年")]
    [InlineData("30-20家")]
    [InlineData("99999999999999999999999999999999亿")]
    public void What_holds_no_number_is_refused(string printed) => Assert.Throws<FormatException>(() => PrintedQuantity.Parse(printed));

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
