using CsrGraph.Text;
using Xunit;

namespace CsrGraph.Tests.Text;

public class SeedTextsSpecs
{
    [Fact]
    public void The_notes_of_the_two_annotated_texts_are_dropped_one_by_one()
    {
        Assert.Equal([0, 0, 203, 144], SeedTexts.All.Select(file => SeedTexts.Read(file).RemovedNotes));
    }

    [Fact]
    public void The_parentheses_that_the_authors_wrote_stay()
    {
        var read = SeedTexts.All.Select(file => (Raw: SeedTexts.Read(file).Raw, SeedTexts.Read(file).Text)).ToList();

        Assert.All(read, text => Assert.Equal(text.Raw.Count('(') - Notes(text.Raw), text.Text.Count('(')));
        Assert.Contains("(第五届)", read[2].Text, StringComparison.Ordinal);
        Assert.Contains("(天雨)", read[2].Text, StringComparison.Ordinal);

        static int Notes(string raw) => raw.Count('(') - System.Text.RegularExpressions.Regex.Count(raw, @"\([^a-zà-ǜ)]");
    }

    [Fact]
    public void One_loss_is_repaired_and_one_is_flagged()
    {
        Assert.Empty(SeedTexts.Read(SeedTexts.First).Flags);
        Assert.Empty(SeedTexts.Read(SeedTexts.Second).Flags);

        var repaired = Assert.Single(SeedTexts.Read(SeedTexts.Third).Flags);
        Assert.Equal((TextFlagKind.RepairedLoss, "。互联"), (repaired.Kind, repaired.Restored));
        Assert.Equal("?;ヂ?lián)", SeedTexts.Read(SeedTexts.Third).Raw[repaired.Start..repaired.End]);

        var fourth = SeedTexts.Read(SeedTexts.Fourth);
        var flagged = Assert.Single(fourth.Flags);
        Assert.Equal((TextFlagKind.UnprovenLoss, null), (flagged.Kind, flagged.Restored));
        Assert.Equal("联网", fourth.Read(flagged.Start, flagged.End));
    }

    [Theory]
    [InlineData(SeedTexts.First, "网友评论更多")]
    [InlineData(SeedTexts.Second, "相关推荐")]
    [InlineData(SeedTexts.Third, "版權")]
    [InlineData(SeedTexts.Fourth, "分享")]
    public void The_tail_begins_where_the_page_goes_on_without_the_article(string file, string begins)
    {
        var text = SeedTexts.Read(file);

        Assert.StartsWith(begins, text.Raw[text.TailStart..].Replace("(quán)", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal('\n', text.Raw[text.TailStart - 1]);
    }

    [Fact]
    public void A_text_that_is_simplified_already_is_left_alone()
    {
        Assert.All(SeedTexts.All[..2].Select(SeedTexts.Read), text => Assert.Equal(text.Raw, text.Text));
    }

    [Fact]
    public void Normalising_a_seed_text_again_changes_nothing()
    {
        Assert.All(SeedTexts.All.Select(SeedTexts.Read), text => Assert.Equal(text.Text, Normaliser.Normalise(text.Text).Text));
    }
}
