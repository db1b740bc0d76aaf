namespace CsrGraph.Benchmarks.Measuring;

/// <summary>
/// Asks several contenders in turn, each the same question in each round, so that whatever else the machine does meanwhile strikes all of them alike:
/// the ratios of one run hold where its times do not.
/// </summary>
internal static class Interleaved
{
    // Of fewer there is no median to speak of.
    private const int Least = 5;

    /// <summary>What became of the question at each contender, in the order given.</summary>
    /// <param name="contenders">Who is asked what.</param>
    /// <param name="warmUp">Rounds before those that count.</param>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="budget">How long each contender is asked, after at least <c>5</c> rounds; null for all rounds.</param>
    /// <param name="cancellation">Gives up.</param>
    public static IReadOnlyList<Asked> Run(
        IReadOnlyList<(Contender Contender, BenchmarkQuestion Question)> contenders, int warmUp, int rounds, TimeSpan? budget, CancellationToken cancellation)
    {
        Asked[] asked = [.. contenders.Select(c => new Asked(c.Contender, c.Question))];
        for (var round = 0; round < warmUp + rounds; round++)
        {
            // Who is first changes, as the first finds the machine cold. A fifth of the time is for the warm-up.
            var isWarmUp = round < warmUp;
            for (var i = 0; i < asked.Length; i++)
            {
                asked[(i + round) % asked.Length].Ask(round, isWarmUp, isWarmUp ? budget / 5 : budget, Math.Min(Least, rounds), cancellation);
            }
        }

        return asked;
    }
}
