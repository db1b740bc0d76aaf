using CsCheck;
using CsrGraph.Model;
using Xunit;

namespace CsrGraph.Tests.Model;

public class PartialDateSpecs
{
    [Theory]
    [InlineData("2018", DatePrecision.Year, "2018-01-01", "2018-12-31")]
    [InlineData("2023-10", DatePrecision.Month, "2023-10-01", "2023-10-31")]
    [InlineData("2024-02", DatePrecision.Month, "2024-02-01", "2024-02-29")]
    [InlineData("2024-11-12", DatePrecision.Day, "2024-11-12", "2024-11-12")]
    [InlineData("2017/2018-05", DatePrecision.Interval, "2017-01-01", "2018-05-31")]
    public void A_date_is_as_wide_as_it_is_written(string date, DatePrecision precision, string earliest, string latest)
    {
        var partial = PartialDate.Of(date);
        Assert.Equal((precision, earliest, latest), (partial.Precision, $"{partial.Earliest:yyyy-MM-dd}", $"{partial.Latest:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("2023-02-29", "impossible")]
    [InlineData("2023-13", "impossible")]
    [InlineData("2023-00-10", "impossible")]
    [InlineData("0000", "impossible")]
    [InlineData("2018/2017", "reversed")]
    [InlineData("2024-11-12/2024-11", "reversed")]
    [InlineData("2018/2019/2020", "is not a date")]
    [InlineData("24-11-12", "is not a date")]
    [InlineData("2024-1-2", "is not a date")]
    [InlineData("２０２４", "is not a date")]
    [InlineData("", "is not a date")]
    public void What_is_no_date_is_refused_with_the_reason(string date, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => PartialDate.Of(date)).Message, StringComparison.Ordinal);

    [Fact]
    public void Words_alone_are_a_date_that_nobody_can_place()
    {
        var near = PartialDate.Of(null, "近日");
        Assert.Equal((null, null, DatePrecision.None, "近日"), (near.Earliest, near.Latest, near.Precision, near.ToString()));
        Assert.Throws<FormatException>(() => PartialDate.Of(null, "近日", "the name says 2018"));
        Assert.Throws<FormatException>(() => PartialDate.Of(null));
    }

    [Fact]
    public void An_inferred_date_keeps_its_printed_words_and_the_reason()
    {
        var date = PartialDate.Of("2024-08-26", "8月26日晚", "the year is in the event's name", TimeOfDay.Evening);
        Assert.True(date.IsInferred);
        Assert.Equal(date, PartialDateCode.Decode(PartialDateCode.Encode(date)));
    }

    [Fact]
    public void A_code_reads_back_as_the_date_it_was_written_from() => Gen.Select(
        Gen.Int[1, 9999], Gen.Int[0, 12], Gen.Int[0, 28], Gen.String, Gen.String).Sample((year, month, day, text, reason) =>
    {
        var written = $"{year:0000}" + (month == 0 ? "" : $"-{month:00}" + (day == 0 ? "" : $"-{day:00}"));
        var date = PartialDate.Of(written, Whole(text), Whole(reason));
        return date == PartialDateCode.Decode(PartialDateCode.Encode(date));
    });

    // Lone surrogates are no text.
    private static string Whole(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}
