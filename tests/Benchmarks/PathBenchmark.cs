using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Sectors;
using CsrGraph.GraphQL;
using CsrGraph.Sqlite;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Benchmarks;

/// <summary>
/// What a question costs in this process, from its text to the answer's bytes: with the store, and where the store's answers are remembered. The
/// processor's time is told as well, which another process on the machine changes little.
/// </summary>
internal static class PathBenchmark
{
    // Fewer than fill the memory, and more than one, so that no answer is the last one.
    private const int Remembered = 20;

    // So many questions' statements are kept prepared.
    private const int Alone = 100;

    public static async Task RunAsync(string path, PeerSector sector, int rounds, TextWriter to, CancellationToken cancellation)
    {
        await StoreSector.FillFileAsync(path, sector, cancellation);
        await using var store = await SqliteGraphStore.OpenAsync(path, cancellation);
        foreach (var (title, file, variables) in PeerQuestions.Of(sector))
        {
            var (text, remembering) = (PeerQuestions.Read(file), new RememberingStore(store));
            to.WriteLine();
            Table.Print(to, [
                [title, "p50 ms", "p99 ms", "processor ms", "allocated kB"],
                await MeasureAsync("with the store", store, variables),
                await MeasureAsync("without", remembering, round =>
                {
                    remembering.Begin(round % Remembered);
                    return variables(round % Remembered);
                }),
                ["the store's SQL", "", "", Table.Time((await StatementsAsync()).TotalMilliseconds / Alone), ""]]);

            async Task<string[]> MeasureAsync(string name, IGraphStore asked, Func<int, object?> ask)
            {
                using var api = new GraphQLApi(VocabularyDefinition.Load(), asked);
                for (var round = 0; round < rounds; round++) await AskAsync(api, ask(round));
                var samples = new Samples();
                var (spent, allocated) = (OwnProcess.Processor(), GC.GetTotalAllocatedBytes());
                for (var round = 0; round < rounds; round++) samples.Add(await AskAsync(api, ask(round)));
                return [
                    name,
                    Table.Time(samples.Median),
                    Table.Time(samples.P99),
                    Table.Time((OwnProcess.Processor() - spent).TotalMilliseconds / rounds),
                    ((GC.GetTotalAllocatedBytes() - allocated) / rounds / 1024).ToString(CultureInfo.InvariantCulture)];
            }

            // Of a store that knows by then what it remembers, and asked of what was not asked before.
            async Task<TimeSpan> StatementsAsync()
            {
                var statements = new StatementsAlone();
                await using var told = await SqliteGraphStore.OpenAsync(new SqliteStoreOptions(path) { IsReadOnly = true, OnStatement = statements.Add }, cancellation);
                using var api = new GraphQLApi(VocabularyDefinition.Load(), told);
                for (var round = 0; round < rounds; round++) await AskAsync(api, variables(round));
                statements.IsListening = true;
                for (var round = rounds; round < rounds + Alone; round++) await AskAsync(api, variables(round));
                return statements.Run(path);
            }

            async Task<TimeSpan> AskAsync(GraphQLApi api, object? asked)
            {
                var request = new ApiRequest(text, null, JsonSerializer.SerializeToElement(asked));
                var start = Stopwatch.GetTimestamp();
                using var answer = await api.AnswerAsync(request, cancellation);
                return Stopwatch.GetElapsedTime(start);
            }
        }
    }
}
