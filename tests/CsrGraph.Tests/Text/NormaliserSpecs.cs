using CsrGraph.Text;
using Xunit;

namespace CsrGraph.Tests.Text;

public class NormaliserSpecs
{
    [Theory]
    [InlineData("工業(yè)和互聯(lián)網(wǎng)", "工业和互联网", 3)]
    [InlineData("工業（yè）", "工业", 1)]
    [InlineData("聯(lián)(lián)網", "联网", 2)]
    [InlineData("第(第五屆)論壇", "第(第五届)论坛", 0)]
    [InlineData("(天雨)", "(天雨)", 0)]
    [InlineData("乾(gān)糧", "干粮", 1)]
    [InlineData("綠(lǜ)色", "绿色", 1)]
    public void A_note_is_dropped_where_it_is_a_reading_of_the_character_before_it(string raw, string text, int notes)
    {
        var read = Normaliser.Normalise(raw);

        Assert.Equal((text, notes), (read.Text, read.RemovedNotes));
    }

    [Theory]
    [InlineData("網(lián)")]
    [InlineData("網(wang)")]
    [InlineData("網(wàng)")]
    [InlineData("網(Wǎng)")]
    [InlineData("網(wǎng )")]
    public void What_is_no_reading_with_its_tone_stays(string raw) => Assert.Equal(0, Normaliser.Normalise(raw).RemovedNotes);

    [Fact]
    public void A_dropped_note_belongs_to_the_span_of_its_character()
    {
        var text = Normaliser.Normalise("在互聯(lián)網(wǎng)上");

        Assert.Equal((1, 16), Assert.Single(text.Locate("互联网")));
        Assert.Equal((2, 9), Assert.Single(text.Locate("聯")));
        Assert.Equal("互联网", text.Read(1, 16));
        Assert.Equal("互联网", text.Read(1, 10));
    }

    [Fact]
    public void Text_read_one_byte_late_is_restored_from_its_bytes()
    {
        var text = Normaliser.Normalise("所在?;ヂ?lián)網(wǎng),聯合");

        Assert.Equal("所在。互联网,联合", text.Text);
        Assert.Equal(("。互联", 2, 11), (Assert.Single(text.Flags).Restored, text.Flags[0].Start, text.Flags[0].End));
        Assert.Equal((3, 11), Assert.Single(text.Locate("互联")));
    }

    [Fact]
    public void A_character_lost_beside_a_note_that_straddles_two_is_restored()
    {
        var text = Normaliser.Normalise("人民日?qǐng)?bào)");

        Assert.Equal("人民日报", text.Text);
        Assert.Equal(TextFlagKind.RepairedLoss, Assert.Single(text.Flags).Kind);
        Assert.Equal((3, 14), Assert.Single(text.Locate("报")));
    }

    [Fact]
    public void Of_several_characters_with_the_note_s_reading_only_one_that_the_text_uses_is_restored()
    {
        Assert.Equal(TextFlagKind.UnprovenLoss, Assert.Single(Normaliser.Normalise("所在?;ヂ?lián)網").Flags).Kind);
    }

    [Theory]
    [InlineData("所在?;ヂ?wǒ)")]
    [InlineData("所在?abc?lián)")]
    [InlineData("日?lián)?wǒ)")]
    public void What_the_bytes_do_not_prove_is_flagged_and_left(string raw)
    {
        var text = Normaliser.Normalise(raw);

        Assert.Equal(raw, text.Text);
        Assert.All(text.Flags, flag => Assert.Equal(TextFlagKind.UnprovenLoss, flag.Kind));
        Assert.NotEmpty(text.Flags);
    }

    [Fact]
    public void An_honest_question_mark_is_no_loss()
    {
        Assert.Empty(Normaliser.Normalise("如何发挥作用?怎样理解责任(responsibility)?").Flags);
    }

    [Fact]
    public void A_word_that_lacks_its_usual_head_is_flagged_only_in_an_annotated_text()
    {
        Assert.Equal("联网", Flagged("互聯(lián)網、互聯(lián)網、互聯(lián)網,隨著聯(lián)網"));
        Assert.Null(Flagged("互聯網、互聯網、互聯網,隨著聯網"));
        Assert.Null(Flagged("互聯(lián)網、互聯(lián)網、互聯(lián)網,車聯(lián)網"));
        Assert.Null(Flagged("互聯(lián)網、物聯(lián)網、互聯(lián)網,隨著聯(lián)網"));

        static string? Flagged(string raw)
        {
            var text = Normaliser.Normalise(raw);
            return text.Flags.Select(flag => text.Read(flag.Start, flag.End)).SingleOrDefault();
        }
    }

    [Fact]
    public void An_author_s_own_character_stays_where_nothing_is_traditional()
    {
        Assert.Equal("他著有一书", Normaliser.Normalise("他著有一书").Text);
        Assert.Equal("他着有一书", Normaliser.Normalise("他著有一書").Text);
        Assert.Single(Normaliser.Normalise("他著有一书").Locate("著有"));
    }

    [Fact]
    public void Chinese_punctuation_keeps_its_width() => Assert.Equal("、。“”《》(A) ", Normaliser.Normalise("、。“”《》（Ａ）　").Text);
}
