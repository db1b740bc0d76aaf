using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.Benchmarks.Sectors;
using CsrGraph.GraphQL;
using CsrGraph.Sqlite;
using CsrGraph.Vocabulary;
using Microsoft.Data.Sqlite;

namespace CsrGraph.Benchmarks;

/// <summary>
/// What the peer's questions take as stores grow, from a question's text to the answer's bytes in this process: every store in turn is asked of other
/// events of its own each time.
/// </summary>
internal static class ScaleBenchmark
{
    private const int IdsAQuestion = 100;

    public static async Task RunAsync(IReadOnlyList<string> paths, int rounds, int warmUp, TextWriter to, CancellationToken cancellation)
    {
        var sizes = new List<Size>();
        try
        {
            foreach (var path in paths) sizes.Add(await Size.OpenAsync(path, cancellation));
            await MeasureAsync("one event by id", "by-id.graphql", (size, random) => new { id = size.Event(random) });
            await MeasureAsync("100 events at random", "bench.graphql", (size, random) => new { ids = Enumerable.Range(0, IdsAQuestion).Select(_ => size.Event(random)).Distinct() });
        }
        finally
        {
            foreach (var size in sizes) await size.DisposeAsync();
        }

        async Task MeasureAsync(string title, string file, Func<Size, Random, object> variables)
        {
            var text = PeerQuestions.Read(file);
            foreach (var size in sizes) size.Begin();
            for (var round = 0; round < warmUp + rounds; round++)
            {
                // Who is first changes, as the first finds the machine cold.
                for (var i = 0; i < sizes.Count; i++)
                {
                    var size = sizes[(i + round) % sizes.Count];
                    var asked = JsonSerializer.SerializeToElement(variables(size, new Random(round)));
                    await size.AskAsync(new ApiRequest(text, null, asked), isMeasured: round >= warmUp, cancellation);
                }
            }

            List<string[]> rows = [[title, "p50 ms", "p99 ms", "processor ms", "p50 ratio", "processor ratio", "kB"]];
            rows.AddRange(sizes.Select(s => s.Row(sizes[0], rounds)));
            to.WriteLine();
            Table.Print(to, rows);
        }
    }

    /// <summary>A store and what its answers took.</summary>
    private sealed class Size(string path, SqliteGraphStore store, IReadOnlyList<string> events) : IAsyncDisposable
    {
        private readonly GraphQLApi api = new(VocabularyDefinition.Load(), store);
        private Samples samples = new();
        private TimeSpan processor;
        private long bytes;

        public static async Task<Size> OpenAsync(string path, CancellationToken cancellation) =>
            new(path, await SqliteGraphStore.OpenAsync(new SqliteStoreOptions(path) { IsReadOnly = true }, cancellation), await EventsAsync(path, cancellation));

        public string Event(Random random) => events[random.Next(events.Count)];

        public void Begin() => (samples, processor, bytes) = (new Samples(), TimeSpan.Zero, 0);

        public async Task AskAsync(ApiRequest request, bool isMeasured, CancellationToken cancellation)
        {
            var (start, spent) = (Stopwatch.GetTimestamp(), OwnProcess.Processor());
            using var answer = await api.AnswerAsync(request, cancellation);
            if (!isMeasured) return;
            samples.Add(Stopwatch.GetElapsedTime(start));
            processor += OwnProcess.Processor() - spent;
            bytes += answer.Json.Length;
        }

        public string[] Row(Size first, int rounds) => [
            path,
            Table.Time(samples.Median),
            Table.Time(samples.P99),
            Table.Time(processor.TotalMilliseconds / rounds),
            Table.Ratio(samples.Median / first.samples.Median),
            Table.Ratio(processor / first.processor),
            (bytes / rounds / 1024.0).ToString("0.0", CultureInfo.InvariantCulture)];

        public async ValueTask DisposeAsync()
        {
            api.Dispose();
            await store.DisposeAsync();
        }

        private static async Task<IReadOnlyList<string>> EventsAsync(string path, CancellationToken cancellation)
        {
            await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT key FROM entity WHERE retracted_in IS NULL AND kind = (SELECT id FROM term WHERE text = 'EVENT') ORDER BY key";
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            var found = new List<string>();
            while (await rows.ReadAsync(cancellation)) found.Add(rows.GetString(0));
            return found;
        }
    }
}
