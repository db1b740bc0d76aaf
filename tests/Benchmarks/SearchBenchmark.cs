using System.Diagnostics;
using System.Text.Json;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Questions;
using CsrGraph.GraphQL;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Benchmarks;

/// <summary>What searches cost in this process, one text after the other and then all in turn.</summary>
internal static class SearchBenchmark
{
    private const int First = 10;

    public static async Task RunAsync(string path, IReadOnlyList<string> texts, int rounds, TextWriter to, CancellationToken cancellation)
    {
        var statements = new StatementsAlone();
        await using var store = await SqliteGraphStore.OpenAsync(new SqliteStoreOptions(path) { IsReadOnly = true }, cancellation);
        await using var told = await SqliteGraphStore.OpenAsync(new SqliteStoreOptions(path) { IsReadOnly = true, OnStatement = statements.Add }, cancellation);
        var vocabulary = VocabularyDefinition.Load();
        using var api = new GraphQLApi(vocabulary, store);
        string[] kinds = [.. vocabulary.EntityKinds.Select(k => k.Id)];
        var now = new AsOf(await store.HeadAsync(cancellation));
        List<string[]> rows = [["ms", "SQL, processor", "store p50", "p99", "processor", "GraphQL p50", "p99", "processor"]];
        foreach (var text in texts) rows.Add(await MeasureAsync(text, _ => text));
        rows.Add(await MeasureAsync("these in turn", round => texts[round % texts.Count]));
        Table.Print(to, rows);

        async Task<string[]> MeasureAsync(string title, Func<int, string> text)
        {
            statements.Forget();
            statements.IsListening = true;
            for (var round = 0; round < rounds; round++) await told.SearchAsync([Request(text(round))], now, cancellation);
            statements.IsListening = false;
            return [
                title,
                Table.Time(statements.Run(path).TotalMilliseconds / rounds),
                .. await TimesAsync(round => store.SearchAsync([Request(text(round))], now, cancellation)),
                .. await TimesAsync(round => AskAsync(text(round)))];
        }

        async Task<string[]> TimesAsync(Func<int, Task> ask)
        {
            for (var round = 0; round < rounds; round++) await ask(round);
            var (samples, spent) = (new Samples(), OwnProcess.Processor());
            for (var round = 0; round < rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                await ask(round);
                samples.Add(Stopwatch.GetElapsedTime(start));
            }

            return [Table.Time(samples.Median), Table.Time(samples.P99), Table.Time((OwnProcess.Processor() - spent).TotalMilliseconds / rounds)];
        }

        async Task AskAsync(string text)
        {
            using var answer = await api.AnswerAsync(new ApiRequest(SearchTexts.Question, null, JsonSerializer.SerializeToElement(new { text })), cancellation);
        }

        SearchRequest Request(string text) => new(text, kinds, new PageRequest(First));
    }
}
