namespace CsrGraph.Query.Projecting;

/// <summary>The logarithms of factorials, by which binomials of any size are divided without overflow.</summary>
internal static class LogFactorial
{
    private const int Tabled = 256;

    private static readonly double[] Table = Tabulate();

    /// <summary>ln n!</summary>
    public static double Of(int n)
    {
        if (n < Tabled) return Table[n];

        // Stirling's series for the logarithm of the gamma function at n + 1; what is left out is below 1e-17 here.
        double x = n + 1;
        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680))))));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series;
    }

    /// <summary>ln of the number of ways to choose k of n.</summary>
    public static double Choose(int n, int k) => Of(n) - Of(k) - Of(n - k);

    private static double[] Tabulate()
    {
        var (table, product) = (new double[Tabled], System.Numerics.BigInteger.One);
        for (var n = 2; n < Tabled; n++)
        {
            product *= n;
            table[n] = System.Numerics.BigInteger.Log(product);
        }

        return table;
    }
}
