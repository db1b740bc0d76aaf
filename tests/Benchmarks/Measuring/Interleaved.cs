namespace CsrGraph.Benchmarks.Measuring;

/// <summary>
/// Asks several contenders in turn, each the same question in each round, so that whatever else the machine does meanwhile strikes all of them alike:
/// the ratios of one run hold where its times do not.
/// </summary>
internal static class Interleaved
{
    /// <summary>The times of each contender, in the order given.</summary>
    public static async Task<IReadOnlyList<Samples>> RunAsync(
        IReadOnlyList<(Contender Contender, BenchmarkQuestion Question)> asked, int warmUp, int rounds, CancellationToken cancellation)
    {
        Samples[] samples = [.. asked.Select(_ => new Samples())];
        for (var round = 0; round < warmUp + rounds; round++)
        {
            for (var i = 0; i < samples.Length; i++)
            {
                // Who is first changes, as the first finds the machine cold.
                var turn = (i + round) % samples.Length;
                var (contender, question) = asked[turn];
                var (time, answer) = await contender.AskAsync(question, round, cancellation);
                if (round == 0 && answer.Span.IndexOf("\"errors\""u8) >= 0) await contender.DataAsync(question, round, cancellation);
                if (round >= warmUp) samples[turn].Add(time);
            }
        }

        return samples;
    }
}
