using CsrGraph.Model;
using CsrGraph.Query;
using CsrGraph.Query.Projecting;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Query.Projecting;

/// <summary>What is missing of a projection, in a sentence.</summary>
public sealed class PartialRosterSpecs
{
    private static readonly RelationType Signed = VocabularyDefinition.Load().RelationType("SIGNED");

    [Theory]
    [InlineData(36, 36, "EXACT", "家", 12, "36 signed, 12 named: 24 firms and up to 564 pairs are missing here", "签署者36家，具名12家：此处缺24家，至多564对")]
    [InlineData(60, null, "MORE_THAN", "名", 0, "60 or more signed, 0 named: 60 people or more and 1770 pairs or more are missing here", "签署者60名以上，具名0名：此处至少缺60名、1770对")]
    [InlineData(null, null, null, "家", 3, "it is not stated how many signed, and 3 are named: whoever else did is missing here with all pairs", "签署者数目未载，具名3家：其余者及其全部配对不在此处")]
    [InlineData(5, 5, "EXACT", null, 5, "5 signed, 5 named: 0 members and up to 0 pairs are missing here", "签署者5，具名5：此处缺0，至多0对")]
    public void It_says_who_and_how_many_pairs_are_missing(int? min, int? max, string? kind, string? unit, int named, string english, string chinese)
    {
        var stated = min is { } least ? new StatedCount(least, max, kind!) : null;
        var partial = new PartialRoster(new CountedRoster(new Roster(new EntityId("pledge:p"), "SIGNED", "36家", null, stated, unit, "OPEN").ToClaim(), named));
        Assert.Equal(english, partial.Sentence(Signed, Tongue.En));
        Assert.Equal(chinese, partial.Sentence(Signed, Tongue.Zh));
    }
}
