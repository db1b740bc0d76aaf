using CsCheck;
using CsrGraph.Text;
using Xunit;

namespace CsrGraph.Tests.Text;

public class NormaliserProperties
{
    [Fact]
    public void Normalising_twice_is_normalising_once() =>
        MadeText.Any.Sample(raw => Normaliser.Normalise(Normaliser.Normalise(raw).Text).Text == Normaliser.Normalise(raw).Text);

    [Fact]
    public void Every_character_maps_into_the_raw_text_and_none_steps_back() => MadeText.Any.Sample(raw =>
    {
        var text = Normaliser.Normalise(raw);
        var before = (Start: 0, End: 0);
        for (var i = 0; i < text.Text.Length; i++)
        {
            var span = text.RawSpan(i, i + 1);
            Assert.InRange(span.Start, before.Start, raw.Length - 1);
            Assert.InRange(span.End, Math.Max(span.Start + 1, before.End), raw.Length);
            before = span;
        }
    });

    [Fact]
    public void A_range_of_whole_characters_reads_back_from_its_raw_span() => MadeText.Any.Sample(raw =>
    {
        var text = Normaliser.Normalise(raw);
        for (var i = 0; i < text.Text.Length; i++)
        {
            var (start, end) = text.RawSpan(0, i + 1);
            Assert.StartsWith(text.Text[..(i + 1)], text.Read(start, end), StringComparison.Ordinal);
        }

        Assert.Equal(text.Text, text.Read(0, raw.Length));
    });

    [Fact]
    public void Flags_and_the_tail_lie_in_the_raw_text() => MadeText.Any.Sample(raw =>
    {
        var text = Normaliser.Normalise(raw);
        Assert.InRange(text.TailStart, 0, raw.Length);
        Assert.All(text.Flags, flag => Assert.True(flag.Start >= 0 && flag.Start < flag.End && flag.End <= raw.Length));
    });
}
