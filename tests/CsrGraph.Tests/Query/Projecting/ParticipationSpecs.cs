using CsCheck;
using CsrGraph.Query.Projecting;
using Xunit;

namespace CsrGraph.Tests.Query.Projecting;

/// <summary>Who takes part in what, whatever the pairs' order.</summary>
public sealed class ParticipationSpecs
{
    [Fact]
    public void Each_pair_stands_once_and_both_sides_are_ascending() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 7]).List[1, 40].Sample(pairs =>
    {
        var participation = new Participation(pairs);
        Assert.Equal(pairs.Max(p => p.Item1) + 1, participation.Agents);
        Assert.Equal(pairs.Max(p => p.Item2) + 1, participation.Initiatives);
        for (var agent = 0; agent < participation.Agents; agent++)
        {
            Assert.Equal(pairs.Where(p => p.Item1 == agent).Select(p => p.Item2).Distinct().Order(), participation.Of(agent).ToArray());
        }

        for (var initiative = 0; initiative < participation.Initiatives; initiative++)
        {
            Assert.Equal(pairs.Where(p => p.Item2 == initiative).Select(p => p.Item1).Distinct().Order(), participation.In(initiative).ToArray());
        }
    });

    [Fact]
    public void Nobody_takes_part_in_nothing()
    {
        var participation = new Participation([]);
        Assert.Equal((0, 0, 0L), (participation.Agents, participation.Initiatives, participation.Pairs));
    }
}
