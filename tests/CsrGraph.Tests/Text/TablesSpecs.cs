using System.Text;
using CsrGraph.Text;
using Xunit;

namespace CsrGraph.Tests.Text;

public class TablesSpecs
{
    private static readonly System.Reflection.Assembly Core = typeof(Normaliser).Assembly;

    public static IEnumerable<TheoryDataRow<string>> Tables => Core.GetManifestResourceNames()
        .Where(name => name.StartsWith("Text/Data/", StringComparison.Ordinal) && name.EndsWith(".tsv", StringComparison.Ordinal))
        .Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_states_its_origin_its_licence_and_its_columns(string table)
    {
        var header = Lines(table).TakeWhile(line => line.StartsWith('#')).ToList();

        Assert.Contains(header, line => line.StartsWith("# origin: ", StringComparison.Ordinal));
        Assert.Contains(header, line => line.StartsWith("# licence: ", StringComparison.Ordinal));
        Assert.Contains(header, line => line.StartsWith("# columns: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tw2s.tsv", 6000)]
    [InlineData("readings.tsv", 1500)]
    [InlineData("pinyin.tsv", 400)]
    [InlineData("pinyin-variants.tsv", 80)]
    [InlineData("pinyin-phrases.tsv", 1500)]
    public void A_table_has_as_many_rows_as_its_source_promises(string table, int least) =>
        Assert.True(Lines("Text/Data/" + table).Count(line => !line.StartsWith('#')) >= least);

    [Fact]
    public void A_phrase_has_a_syllable_for_each_character()
    {
        Assert.All(
            Lines("Text/Data/pinyin-phrases.tsv").Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')),
            row => Assert.Equal(row[0].EnumerateRunes().Count(), row[1].Split(' ').Length));
    }

    [Fact]
    public void The_notice_names_each_source()
    {
        var notice = string.Join('\n', Lines("Text/Data/NOTICE"));

        Assert.All(["opencc-js", "pinyin-pro", "Unicode"], source => Assert.Contains(source, notice, StringComparison.Ordinal));
    }

    private static string[] Lines(string resource)
    {
        using var reader = new StreamReader(Core.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }
}
