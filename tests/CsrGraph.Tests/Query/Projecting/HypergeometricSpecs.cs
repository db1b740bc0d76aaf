using System.Numerics;
using CsCheck;
using CsrGraph.Query.Projecting;
using Xunit;

namespace CsrGraph.Tests.Query.Projecting;

/// <summary>What two share by chance.</summary>
public sealed class HypergeometricSpecs
{
    [Fact]
    public void A_probability_is_that_of_exact_fractions()
    {
        var question =
            from all in Gen.Int[1, 300]
            from one in Gen.Int[0, all]
            from other in Gen.Int[0, all]
            from shared in Gen.Int[0, Math.Min(one, other)]
            select (all, one, other, shared);
        question.Sample(q =>
        {
            var exact = Exact(q.all, q.one, q.other, q.shared);
            var given = Hypergeometric.AtLeast(q.all, q.one, q.other, q.shared);
            Assert.True(Math.Abs(given - exact) <= 1e-11 + (1e-9 * exact), $"{given} is not {exact}");
        });
    }

    [Theory]
    [InlineData(10, 3, 4, 0, 1)]
    [InlineData(10, 8, 7, 5, 1)]
    [InlineData(10, 3, 4, 4, 0)]
    [InlineData(1, 1, 1, 1, 1)]
    public void What_must_be_has_the_probability_one_and_what_cannot_be_none(int all, int one, int other, int shared, double probability) =>
        Assert.Equal(probability, Hypergeometric.AtLeast(all, one, other, shared));

    [Fact]
    public void A_small_probability_in_a_large_sector_is_not_rounded_to_nothing()
    {
        // Two hubs of a million that share a hundred of ten thousand each: expected one; by Poisson's law with mean 100 this is what to expect at 200.
        var probability = Hypergeometric.AtLeast(1_000_000, 10_000, 10_000, 200);
        Assert.InRange(probability, 1e-21, 1e-17);
        Assert.InRange(Hypergeometric.AtLeast(1_000_000, 10_000, 10_000, 100), 0.5, 0.55);
        Assert.Equal(100, Hypergeometric.Expected(1_000_000, 10_000, 10_000));
    }

    private static double Exact(int all, int one, int other, int shared)
    {
        var sum = BigInteger.Zero;
        for (var x = shared; x <= Math.Min(one, other); x++) sum += Choose(one, x) * Choose(all - one, other - x);
        return (double)((decimal)(sum * BigInteger.Pow(10, 27) / Choose(all, other)) / 1_000_000_000_000_000_000_000_000_000m);
    }

    private static BigInteger Choose(int n, int k)
    {
        if (k < 0 || k > n) return 0;
        var ways = BigInteger.One;
        for (var i = 1; i <= k; i++) ways = ways * (n - k + i) / i;
        return ways;
    }
}
