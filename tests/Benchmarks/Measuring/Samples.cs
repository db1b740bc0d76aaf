namespace CsrGraph.Benchmarks.Measuring;

/// <summary>How long something took, each time.</summary>
internal sealed class Samples
{
    private readonly List<double> milliseconds = [];

    public double Median => At(0.5);

    public double P99 => At(0.99);

    public int Count => milliseconds.Count;

    public void Add(TimeSpan time) => milliseconds.Add(time.TotalMilliseconds);

    private double At(double share)
    {
        double[] sorted = [.. milliseconds.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }
}
