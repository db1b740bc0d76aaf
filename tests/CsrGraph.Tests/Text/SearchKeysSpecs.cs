using CsCheck;
using CsrGraph.Text;
using Xunit;

namespace CsrGraph.Tests.Text;

public class SearchKeysSpecs
{
    [Fact]
    public void A_name_is_found_by_its_words_its_reading_and_its_initials()
    {
        var keys = SearchKeys.Of("360集团");

        Assert.Equal("360集团", keys.Folded);
        Assert.Equal("360 集团 团", keys.Bigrams);
        Assert.Equal(["360jituan"], keys.Pinyin);
        Assert.Equal(["360jt"], keys.Initials);
    }

    [Fact]
    public void A_character_that_no_phrase_settles_gives_a_key_for_each_reading()
    {
        Assert.Equal(["changlong", "zhanglong"], SearchKeys.Of("长隆").Pinyin);
        Assert.Equal(["cl", "zl"], SearchKeys.Of("长隆").Initials);
    }

    [Fact]
    public void A_family_name_with_a_reading_of_its_own_is_found_by_it()
    {
        Assert.Contains("shantianfang", SearchKeys.Of("单田芳").Pinyin);
        Assert.Equal(["leshan"], SearchKeys.Of("乐山").Pinyin);
        Assert.DoesNotContain(SearchKeys.Of("单位网络工作委员会").Pinyin, reading => reading.StartsWith("shan", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("集", "集*")]
    [InlineData("集团", "集团")]
    [InlineData("三七互娱", "三七 七互 互娱")]
    [InlineData("360", "360*")]
    [InlineData("360集", "360 集*")]
    [InlineData("2024自媒体大v", "2024 自媒 媒体 体大 大 v*")]
    [InlineData("", "")]
    public void A_query_asks_for_the_words_that_such_a_name_must_hold(string query, string words) =>
        Assert.Equal(words, string.Join(' ', SearchKeys.BigramQuery(query).Select(word => word.Text + (word.IsPrefix ? "*" : ""))));

    [Fact]
    public void Any_part_of_a_Han_name_finds_it() => Han.Sample(name =>
    {
        var words = SearchKeys.Of(name).Bigrams.Split(' ');
        for (var start = 0; start < name.Length; start++)
        {
            for (var end = start + 1; end <= name.Length; end++)
            {
                Assert.True(Holds(words, SearchKeys.BigramQuery(name[start..end])), name[start..end]);
            }
        }
    });

    [Fact]
    public void Keys_of_any_name_are_bounded_and_never_repeat() => MadeText.Any.Sample(name =>
    {
        var keys = SearchKeys.Of(name);
        Assert.InRange(keys.Pinyin.Count, 1, 8);
        Assert.InRange(keys.Initials.Count, 1, 8);
        Assert.Equal(keys.Pinyin.Distinct(), keys.Pinyin);
        Assert.Equal(keys.Initials.Distinct(), keys.Initials);
    });

    private static readonly Gen<string> Han = Gen.OneOf("网络社会组织联合会".ToCharArray()).Array[1, 8].Select(units => new string(units));

    private static bool Holds(string[] words, IReadOnlyList<QueryWord> query) =>
        Enumerable.Range(0, words.Length - query.Count + 1).Any(at => query.Index().All(asked => asked.Item.IsPrefix
            ? words[at + asked.Index].StartsWith(asked.Item.Text, StringComparison.Ordinal)
            : words[at + asked.Index] == asked.Item.Text));
}
