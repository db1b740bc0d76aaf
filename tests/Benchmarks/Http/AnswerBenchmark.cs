using System.Globalization;
using System.Text.Json.Nodes;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.GraphQL;
using CsrGraph.Vocabulary;
using CsrGraph.Web;

namespace CsrGraph.Benchmarks.Http;

/// <summary>What each way to answer costs without HTTP, in turns; of the API also what it costs beside its store, whose answers are remembered.</summary>
internal static class AnswerBenchmark
{
    private const int Turns = 5;

    private const string Full = "{ events(first: 100) { id name date guidedBy { id name } hostedBy { id name } pledges { id name signatories { id name category } } } }";
    private const string Tiny = "{ events(first: 1) { id name } }";

    public static async Task RunAsync(int rounds, TextWriter to, CancellationToken cancellation)
    {
        var data = new EventData();
        var memory = await BenchServer.StoreAsync(data, cancellation);
        var remembering = new RememberingStore(memory);
        var vocabulary = VocabularyDefinition.Load();
        using var api = new GraphQLApi(vocabulary, memory);
        using var beside = new GraphQLApi(vocabulary, remembering);
        var (full, tiny) = (Question("full"), Question("tiny"));
        (string Name, AnswerGraphQL Answer, string Full, string Tiny)[] ways =
        [
            ("writer", BenchServer.AnswerOf(ServedKind.Writer, data), Full, Tiny),
            ("level", BenchServer.AnswerOf(ServedKind.Level, data), Full, Tiny),
            ("library", BenchServer.AnswerOf(ServedKind.Library, data), Full, Tiny),
            ("api", api.AnswerAsync, full, tiny),
            ("api beside its store", beside.AnswerAsync, full, tiny),
        ];
        using (var written = await ways[0].Answer(new ApiRequest(Full), cancellation))
        using (var answered = await api.AnswerAsync(new ApiRequest(full), cancellation))
        {
            EventAnswers.RequireTheSame(written.Json, answered.Json);
        }

        foreach (var isFull in new[] { true, false })
        {
            var spent = ways.Select(_ => new Samples()).ToArray();
            var (allocated, length) = (new long[ways.Length], new int[ways.Length]);
            var count = isFull ? rounds : rounds * 10;
            for (var turn = -1; turn < Turns; turn++)
            {
                for (var i = 0; i < ways.Length; i++)
                {
                    var request = new ApiRequest(isFull ? ways[i].Full : ways[i].Tiny);
                    var (before, bytes) = (OwnProcess.Processor(), GC.GetTotalAllocatedBytes());
                    for (var round = 0; round < count; round++)
                    {
                        remembering.Begin(isFull ? 0 : 1);
                        using var answer = await ways[i].Answer(request, cancellation);
                        length[i] = answer.Json.Length;
                    }

                    if (turn < 0) continue;
                    spent[i].Add((OwnProcess.Processor() - before) / count);
                    allocated[i] = (GC.GetTotalAllocatedBytes() - bytes) / count;
                }
            }

            Table.Print(to, [
                [isFull ? "full" : "tiny", "bytes", "processor µs", "x writer", "bytes allocated"],
                .. ways.Select((way, i) => (string[])[
                    way.Name,
                    length[i].ToString(CultureInfo.InvariantCulture),
                    (spent[i].Median * 1000).ToString("0.0", CultureInfo.InvariantCulture),
                    Table.Ratio(spent[i].Median / spent[0].Median),
                    allocated[i].ToString(CultureInfo.InvariantCulture)])]);
        }
    }

    // The body that is sent over HTTP, too.
    private static string Question(string name) =>
        (string)JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Questions", $"api-{name}.json")))!["query"]!;
}
