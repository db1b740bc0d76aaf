using CsrGraph.Model;
using Xunit;

namespace CsrGraph.Tests.Model;

public class EvidenceSpecs
{
    [Fact]
    public void A_quote_has_at_most_24_characters_however_they_are_encoded()
    {
        Assert.NotNull(Of(string.Concat(Enumerable.Repeat("𠮷", 24))));
        Assert.Throws<FormatException>(() => Of(new string('字', 25)));
    }

    [Fact]
    public void Inferred_evidence_needs_a_note() => Assert.Throws<FormatException>(() => new Evidence(new("d"), "字", new(0, 1), Grade.Inferred, " ", null));

    [Fact]
    public void A_quote_and_its_span_stand_together()
    {
        Assert.Throws<FormatException>(() => new Evidence(new("d"), "字", null, Grade.Verbatim, null, null));
        Assert.Throws<FormatException>(() => new Evidence(new("d"), null, new(0, 1), Grade.Inferred, "why", null));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, 4)]
    [InlineData(-1, 4)]
    public void A_span_is_never_empty_reversed_or_negative(int start, int end) => Assert.Throws<FormatException>(() => new Span(start, end));

    private static Evidence Of(string quote) => new(new("d"), quote, new(0, 1), Grade.Verbatim, null, null);
}
