using Bogus.DataSets;
using CsrGraph.Generation.Chances;
using CsrGraph.Generation.Words;

namespace CsrGraph.Generation.Cast;

/// <summary>The cities of a sector; most of their names are nobody's.</summary>
internal sealed class Places
{
    private readonly List<string> names = [];

    public Places(SectorPlan plan, int seed)
    {
        var address = new Address("zh_CN") { Random = Chance.Of(seed, ChanceOf.Places, 0).Randomizer };
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < plan.Places)
        {
            var city = address.City();
            if (city.EndsWith('市') && taken.Add(city)) names.Add(city);
        }
    }

    public int Count => names.Count;

    /// <summary>The place of a number.</summary>
    public Party this[int number] => new(MadeId.Of("place", number), names[number], Short(number));

    /// <summary>Its name without 市.</summary>
    public string Short(int number) => names[number][..^1];

    /// <summary>Its name.</summary>
    public string Full(int number) => names[number];

    /// <summary>A district of a number.</summary>
    public static string District(int number) => number == 0 ? "" : NameWords.Districts[number - 1];
}
