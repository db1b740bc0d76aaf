using Bogus;

namespace CsrGraph.Generation.Chances;

/// <summary>
/// A run of random choices that follows from a number alone: the same on every machine, for it adds, multiplies and compares and calls nothing that a
/// processor or a culture may round in its own way.
/// </summary>
internal sealed class Chance(int seed)
{
    /// <summary>The source of the choices, for made names that need one.</summary>
    public Randomizer Randomizer { get; } = new(seed);

    /// <summary>A run of its own for one thing of a sector, whatever was chosen for the others.</summary>
    public static Chance Of(int seed, ChanceOf what, int number) => new(Mixed(seed, (int)what, number));

    /// <summary>A number from 0 up to and without <paramref name="count"/>, all alike.</summary>
    public int Below(int count) => Randomizer.Number(0, count - 1);

    /// <summary>A number of a range, both ends included.</summary>
    public int Between(int least, int most) => Randomizer.Number(least, most);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Percent(int share) => Below(100) < share;

    /// <summary>One of several, all alike.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>
    /// A number below <paramref name="count"/> by a power law: the first is chosen about <c>count^(2/3)</c> times as often as an average one, half of
    /// all less than half as often.
    /// </summary>
    public int Skewed(int count)
    {
        var share = Randomizer.Double();
        return Math.Min(count - 1, (int)(share * share * share * count));
    }

    /// <summary>How often an average thing happens here: 1 at least, 2 on average, above 2x in one of x² cases, 80 at most.</summary>
    public double Weight() => Math.Min(80, 1 / Math.Sqrt(1 - Randomizer.Double()));

    // The finisher of SplitMix64, which spreads neighbouring numbers over all seeds.
    private static int Mixed(int seed, int what, int number)
    {
        var mixed = ((ulong)(uint)seed << 32) ^ ((ulong)(uint)what << 56) ^ (uint)number;
        mixed = (mixed + 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 30)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) >> 32);
    }
}

/// <summary>What a run of choices is for.</summary>
internal enum ChanceOf
{
    Places,
    Organisations,
    People,
    Agenda,
    Pledge,
    Report,
    Standard,
    Programme,
    Case,
    Campaign,
    Column,
    Story,
}
