using CsrGraph.Model;
using CsrGraph.Query;
using Xunit;

namespace CsrGraph.Tests.Query;

/// <summary>What follows from signatures and rosters, and what does not.</summary>
public sealed class SignedAnswerSpecs
{
    private static readonly Claim Certain = Signature(null);
    private static readonly Claim Uncertain = Signature("UNCERTAIN");

    [Fact]
    public void An_uncertain_signature_alone_leaves_it_open() => Assert.Equal(SignedVerdict.Unknown, Answer([Uncertain], Roster(2, 2, "CLOSED", 2)).Verdict);

    [Fact]
    public void A_certain_signature_beside_an_uncertain_one_is_a_yes_borne_by_the_certain()
    {
        var answer = Answer([Uncertain, Certain]);
        Assert.Equal(SignedVerdict.Yes, answer.Verdict);
        Assert.Equal([Certain], answer.Bearers);
    }

    [Fact]
    public void A_closed_roster_that_names_fewer_than_it_states_denies_nothing() =>
        Assert.Equal(SignedVerdict.Unknown, Answer([], Roster(3, 3, "CLOSED", 2)).Verdict);

    [Fact]
    public void A_closed_roster_without_a_count_denies_who_is_not_named() => Assert.Equal(SignedVerdict.No, Answer([], Roster(null, null, "CLOSED", 2)).Verdict);

    [Theory]
    [InlineData("OPEN")]
    [InlineData("UNKNOWN")]
    public void A_roster_that_is_not_closed_denies_nothing_though_its_number_is_reached(string closure) =>
        Assert.Equal(SignedVerdict.Unknown, Answer([], Roster(2, 2, closure, 2)).Verdict);

    [Fact]
    public void A_closed_roster_beside_an_open_one_denies() =>
        Assert.Equal(SignedVerdict.No, Answer([], Roster(36, 36, "OPEN", 12), Roster(2, 2, "CLOSED", 2)).Verdict);

    [Fact]
    public void A_roster_of_another_role_denies_nothing_and_is_named()
    {
        var answer = Answer([], Roster(2, 2, "CLOSED", 2, "LAUNCHED"));
        Assert.Equal(SignedVerdict.Unknown, answer.Verdict);
        Assert.Contains("两家 (LAUNCHED)", answer.Because.Replace("'", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_known_is_said_so() =>
        Assert.Equal((SignedVerdict.Unknown, "no roster of signatories is recorded for 公约"), (Answer([]).Verdict, Answer([]).Because));

    private static SignedAnswer Answer(IReadOnlyList<Claim> signatures, params CountedRoster[] rosters) =>
        SignedAnswer.Of("甲", "公约", signatures, rosters, Tongue.En, role => role);

    private static CountedRoster Roster(int? min, int? max, string closure, long named, string role = SignedAnswer.Role) => new(
        new Roster(new EntityId("pledge:x"), role, "两家", null, min is { } least ? new StatedCount(least, max, "EXACT") : null, "家", closure).ToClaim(), named);

    private static Claim Signature(string? certainty) => new(
        ClaimKind.Relation, SignedAnswer.Role, new EntityId("org:a"), new EntityId("pledge:x"), Qualifiers.Of((QualifierName.Certainty, certainty)), null);
}
