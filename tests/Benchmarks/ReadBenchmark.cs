using System.Text.RegularExpressions;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Questions;

namespace CsrGraph.Benchmarks;

/// <summary>The cookbook's questions and searches, each asked of every server in turn.</summary>
internal static partial class ReadBenchmark
{
    public static async Task RunAsync(IReadOnlyList<(string Name, Uri Address)> servers, string cookbook, int rounds, TextWriter to, CancellationToken cancellation)
    {
        List<Contender> contenders = [.. servers.Select(s => new Contender(s.Name, s.Address))];
        List<string[]> rows = [["p50/p99 ms", .. contenders.Select(c => c.Name)]];
        foreach (var (title, question) in Recipes(await File.ReadAllTextAsync(cookbook, cancellation))) await AskAsync(title, question);
        foreach (var text in SearchTexts.All) await AskAsync($"search {text}", new BenchmarkQuestion(SearchTexts.Question, _ => new { text }));
        await AskAsync("search, these in turn", new BenchmarkQuestion(SearchTexts.Question, round => new { text = SearchTexts.All[round % SearchTexts.All.Count] }));
        Table.Print(to, rows);
        foreach (var contender in contenders) contender.Dispose();

        async Task AskAsync(string title, BenchmarkQuestion question)
        {
            var samples = await Interleaved.RunAsync([.. contenders.Select(c => (c, question))], rounds / 5, rounds, cancellation);
            rows.Add([title, .. samples.Select(s => $"{Table.Time(s.Median)}/{Table.Time(s.P99)}")]);
        }
    }

    private static IEnumerable<(string Title, BenchmarkQuestion Question)> Recipes(string cookbook)
    {
        foreach (Match recipe in Recipe().Matches(cookbook))
        {
            yield return (recipe.Groups["title"].Value, new BenchmarkQuestion(recipe.Groups["question"].Value, _ => null));
        }
    }

    [GeneratedRegex(@"^## (?<title>.*?)\n(?:(?!^## )[\s\S])*?^```graphql\n(?<question>[\s\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex Recipe();
}
