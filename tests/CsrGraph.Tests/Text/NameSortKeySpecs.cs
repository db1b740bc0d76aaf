using CsCheck;
using CsrGraph.Text;
using Xunit;

namespace CsrGraph.Tests.Text;

public class NameSortKeySpecs
{
    [Fact]
    public void Names_sort_by_pinyin_and_punctuation_does_not_count()
    {
        string[] sorted = ["360集团", "阿里巴巴集团", "百度", "成都市自媒体协会", "重庆日报", "“锦江倡议”", "腾讯", "西安", "先锋", "字节跳动"];

        Assert.Equal(sorted, sorted.Reverse().OrderBy(NameSortKey.Of, Bytes));
    }

    [Fact]
    public void Names_that_read_alike_sort_by_code_point()
    {
        string[] sorted = ["李力", "李莉", "锂力"];

        Assert.Equal(sorted, sorted.Reverse().OrderBy(NameSortKey.Of, Bytes));
    }

    [Fact]
    public void A_name_without_a_reading_has_a_key_too() => Assert.Equal([0, .. "“”"u8], NameSortKey.Of("“”"));

    [Fact]
    public void Two_names_share_a_key_only_if_they_are_one() => Gen.Select(MadeText.Any, MadeText.Any).Sample((one, other) =>
        NameSortKey.Of(one).AsSpan().SequenceEqual(NameSortKey.Of(other)) == (one == other));

    [Fact]
    public void The_reading_takes_at_most_64_bytes() => MadeText.Any.Sample(name =>
        Array.IndexOf(NameSortKey.Of(name), (byte)0) <= 64);

    private static readonly Comparer<byte[]> Bytes = Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));
}
