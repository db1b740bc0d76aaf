using System.Globalization;
using CsrGraph.Benchmarks.Measuring;
using CsrGraph.GraphQL;
using CsrGraph.InMemory;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using CsrGraph.Web;

namespace CsrGraph.Benchmarks.Http;

/// <summary>What each way to answer costs without HTTP, in turns; of the API what it costs beside its store, whose answers are remembered.</summary>
internal static class AnswerBenchmark
{
    private const int Turns = 5;

    private const string Full = "{ events(first: 100) { id name date guidedBy { id name } hostedBy { id name } pledges { id name signatories { id name category } } } }";
    private const string Tiny = "{ events(first: 1) { id name } }";
    private const string ApiFull = "{ events(first: 100) { nodes { id name date { text } guidedBy(first: 10) { nodes { id name } } hostedBy(first: 10) { nodes { id name } } releases(first: 1) { nodes { id name ... on Pledge { signatories(first: 20) { nodes { id name ... on Organisation { category } } } } } } } } }";
    private const string ApiTiny = "{ events(first: 1) { nodes { id name } } }";

    public static async Task RunAsync(int rounds, TextWriter to, CancellationToken cancellation)
    {
        var data = new EventData();
        var memory = new InMemoryStore();
        await memory.ApplyAsync(new NewChangeSet(0, TimeProvider.System.GetUtcNow(), "benchmark", "made", null), EventChanges.Of(data).ToAsyncEnumerable(), cancellation);
        var remembering = new RememberingStore(memory);
        using var api = new GraphQLApi(VocabularyDefinition.Load(), remembering);
        (string Name, AnswerGraphQL Answer, string Full, string Tiny)[] ways =
        [
            ("writer", BenchServer.AnswerOf(ServedKind.Writer, data), Full, Tiny),
            ("level", BenchServer.AnswerOf(ServedKind.Level, data), Full, Tiny),
            ("library", BenchServer.AnswerOf(ServedKind.Library, data), Full, Tiny),
            ("api", api.AnswerAsync, ApiFull, ApiTiny),
        ];
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
}
