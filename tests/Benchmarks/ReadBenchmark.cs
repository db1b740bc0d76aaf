using System.Text.RegularExpressions;
using CsrGraph.Benchmarks.Measuring;

namespace CsrGraph.Benchmarks;

/// <summary>The cookbook's questions and searches, each asked of every server in turn.</summary>
internal static partial class ReadBenchmark
{
    private const string Search = "query ($text: String!) { search(text: $text, first: 10) { nodes { id name } } }";

    // Among them what nearly every name has a part of.
    private static readonly string[] Texts = ["公司", "中国", "网络视听", "协会", "责任论坛", "zhongguo", "第1号", "百科"];

    public static async Task RunAsync(IReadOnlyList<(string Name, Uri Address)> servers, string cookbook, int rounds, TextWriter to, CancellationToken cancellation)
    {
        List<Contender> contenders = [.. servers.Select(s => new Contender(s.Name, s.Address))];
        List<string[]> rows = [["p50/p99 ms", .. contenders.Select(c => c.Name)]];
        foreach (var (title, question) in Recipes(await File.ReadAllTextAsync(cookbook, cancellation))) await AskAsync(title, question);
        foreach (var text in Texts) await AskAsync($"search {text}", new BenchmarkQuestion(Search, _ => new { text }));
        await AskAsync("search, these in turn", new BenchmarkQuestion(Search, round => new { text = Texts[round % Texts.Length] }));
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
