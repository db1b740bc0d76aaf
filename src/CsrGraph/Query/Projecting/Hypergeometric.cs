namespace CsrGraph.Query.Projecting;

/// <summary>How much two agents would share by chance, if each had chosen as many initiatives as it did without looking at the other.</summary>
public static class Hypergeometric
{
    /// <summary>How many shared initiatives are expected.</summary>
    /// <param name="all">How many initiatives there are.</param>
    /// <param name="one">In how many the one takes part.</param>
    /// <param name="other">In how many the other does.</param>
    public static double Expected(int all, int one, int other) => (double)one * other / all;

    /// <summary>The probability of at least so many shared ones.</summary>
    /// <param name="all">How many initiatives there are.</param>
    /// <param name="one">In how many the one takes part.</param>
    /// <param name="other">In how many the other does.</param>
    /// <param name="shared">How many at least.</param>
    public static double AtLeast(int all, int one, int other, int shared)
    {
        var (least, most) = (Math.Max(0, one + other - all), Math.Min(one, other));
        if (shared <= least) return 1;
        if (shared > most) return 0;

        // The sum that begins on the far side of the mode only shrinks, so that nothing cancels out.
        return shared > Expected(all, one, other)
            ? Math.Min(1, Sum(shared, most, 1))
            : Math.Clamp(1 - Sum(shared - 1, least, -1), 0, 1);

        double Sum(int from, int to, int step)
        {
            var term = Math.Exp(LogFactorial.Choose(one, from) + LogFactorial.Choose(all - one, other - from) - LogFactorial.Choose(all, other));
            var sum = term;
            for (var x = from; x != to && term > sum * 1e-18; x += step)
            {
                term *= step > 0 ? Ratio(x) : 1 / Ratio(x - 1);
                sum += term;
            }

            return sum;
        }

        // What the term at x + 1 is of that at x.
        double Ratio(int x) => (double)(one - x) * (other - x) / ((double)(x + 1) * (all - one - other + x + 1));
    }
}
