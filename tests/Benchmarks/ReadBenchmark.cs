using System.Text.RegularExpressions;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Questions;

namespace CsrGraph.Benchmarks;

/// <summary>What <c>read</c> is told.</summary>
/// <param name="Servers">The servers' names and addresses.</param>
/// <param name="Cookbook">The file of the cookbook.</param>
/// <param name="Only">Which questions are asked, by their titles; null for all.</param>
/// <param name="Rounds">How often each is asked.</param>
/// <param name="Budget">How long one question is asked of one server; null for as long as the rounds take.</param>
internal sealed record ReadOptions(IReadOnlyList<(string Name, Uri Address)> Servers, string Cookbook, Regex? Only, int Rounds, TimeSpan? Budget);

/// <summary>The cookbook's questions and searches, each asked of every server in turn.</summary>
internal static partial class ReadBenchmark
{
    public static async Task RunAsync(ReadOptions options, TextWriter to, CancellationToken cancellation)
    {
        List<Contender> contenders = [.. options.Servers.Select(s => new Contender(s.Name, s.Address))];
        List<string[]> rows = [["p50/p99 ms", .. contenders.Select(c => c.Name)]];
        foreach (var (title, question) in Questions(await File.ReadAllTextAsync(options.Cookbook, cancellation)))
        {
            if (options.Only?.IsMatch(title) == false) continue;
            var asked = Interleaved.Run([.. contenders.Select(c => (c, question))], options.Rounds / 5, options.Rounds, options.Budget, cancellation);
            rows.Add([title, .. asked.Select(a => a.Cell(options.Rounds))]);
        }

        Table.Print(to, rows);
        foreach (var contender in contenders) contender.Dispose();
    }

    private static IEnumerable<(string Title, BenchmarkQuestion Question)> Questions(string cookbook)
    {
        foreach (Match recipe in Recipe().Matches(cookbook))
        {
            yield return (recipe.Groups["title"].Value, new BenchmarkQuestion(recipe.Groups["question"].Value, _ => null));
        }

        foreach (var text in SearchTexts.All) yield return ($"search {text}", new BenchmarkQuestion(SearchTexts.Question, _ => new { text }));
        yield return ("search, these in turn", new BenchmarkQuestion(SearchTexts.Question, round => new { text = SearchTexts.All[round % SearchTexts.All.Count] }));
    }

    [GeneratedRegex(@"^## (?<title>.*?)\n(?:(?!^## )[\s\S])*?^```graphql\n(?<question>[\s\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex Recipe();
}
