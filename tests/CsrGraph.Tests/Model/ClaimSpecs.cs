using CsrGraph.Model;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.Tests.Model;

public class ClaimSpecs
{
    private static readonly Claim Guided = new(ClaimKind.Relation, "GUIDED", new("org:a"), new("event:f"), Qualifiers.Of(("title", "甲")), PartialDate.Of("2018"));

    public static TheoryData<Claim> Others => new()
    {
        Guided with { Kind = ClaimKind.Roster },
        Guided with { Type = "HOSTED" },
        Guided with { Subject = new("org:b") },
        Guided with { Object = new("event:g") },
        Guided with { Object = null },
        Guided with { Qualifiers = Qualifiers.Of(("title", "乙")) },
        Guided with { Qualifiers = Qualifiers.Of(("titl", "e甲")) },
        Guided with { Qualifiers = Qualifiers.None },
        Guided with { When = PartialDate.Of("2018-01") },
        Guided with { When = PartialDate.Of("2018", "二〇一八年") },
        Guided with { When = PartialDate.Of("2018", null, "the name says so") },
        Guided with { When = null },
    };

    [Fact]
    public void The_same_statement_has_the_same_id_whatever_order_its_qualifiers_are_written_in()
    {
        var one = Guided with { Qualifiers = Qualifiers.Of(("a", "1"), ("b", "2")) };
        var other = Guided with { Qualifiers = Qualifiers.Of(("b", "2"), ("a", "1"), ("c", null)) };
        Assert.Equal(one.Id, other.Id);
        Assert.Equal(one, other);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Another_statement_has_another_id(Claim other) => Assert.NotEqual(Guided.Id, other.Id);

    [Fact]
    public void An_id_reads_back_from_its_text_and_its_bytes()
    {
        Assert.True(ClaimId.TryParse(Guided.Id.ToString(), out var id));
        Assert.Equal(Guided.Id, id);
        Assert.Equal(Guided.Id, ClaimId.FromBytes(Guided.Id.ToBytes()));
        Assert.False(ClaimId.TryParse("claim:xyz", out _));
        Assert.False(ClaimId.TryParse("org:a", out _));
    }

    [Fact]
    public void A_stored_claim_reads_back_as_it_was()
    {
        var (qualifiers, when) = RecordCode.DecodeClaim(RecordCode.EncodeClaim(Guided));
        Assert.Equal(Guided, Guided with { Qualifiers = qualifiers, When = when });
    }

    // Ids are kept in stores and in people's links: they may not change from one version to the next.
    [Fact]
    public void The_id_of_a_statement_never_changes() => Assert.Equal("claim:064f04bedbf0b927aa14c961d2376a1b", Guided.Id.ToString());
}
