using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using CsrGraph.Cli.Telemetry;
using CsrGraph.GraphQL;
using CsrGraph.Sqlite;
using CsrGraph.Telemetry;
using CsrGraph.Tests.GraphQL;
using CsrGraph.Tests.Web;
using CsrGraph.Vocabulary;
using CsrGraph.Web;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace CsrGraph.Tests.Telemetry;

/// <summary>What is told of a question, from HTTP to SQL, and what is not.</summary>
public sealed class TelemetrySpecs : IAsyncLifetime
{
    private const string Question =
        "query Who($id: ID!) { event(id: $id) { name guidedBy { edges { node { name } evidence { quote document { title } } } } } }";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("csrgraph-telemetry-");
    private SqliteGraphStore store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await SqliteGraphStore.OpenAsync(Path.Combine(folder.FullName, "graph.db"), Cancellation);
        await new GraphBuilder().Entity("org:nrta", "ORGANISATION", "广电总局").Entity("event:forum", "EVENT", "责任论坛")
            .Relation("GUIDED", "org:nrta", "event:forum").ApplyAsync(store);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_headline_question_is_a_tree_of_spans_from_HTTP_to_SQL()
    {
        var spans = await SpansAsync(new ApiOptions());

        Assert.Equal(
            """
            POST
              query
                store head
                  sqlite
                store entities
                  sqlite
                store relations
                  sqlite
                store evidence
                  sqlite
            """,
            Tree(spans));
        var query = spans.Single(s => s.DisplayName == "query");
        Assert.Equal("Who", query.GetTagItem("graphql.operation.name"));
        Assert.Equal("query", query.GetTagItem("graphql.operation.type"));
        Assert.Equal(3, query.GetTagItem("csrgraph.store.calls"));
        Assert.All(spans.Where(s => s.Kind == ActivityKind.Client), s => Assert.True(s.DisplayName is "SELECT" or "WITH", s.DisplayName));
    }

    [Theory]
    [InlineData("paths", "{ paths(from: \"org:nrta\", to: \"event:forum\") { found } }")]
    [InlineData("network", "{ network(around: [\"org:nrta\"]) { nodes { degree } } }")]
    [InlineData("projection", "{ projection(role: GUIDED, of: ORGANISATION, over: EVENT) { nodeCount } }")]
    public async Task A_search_is_one_call_of_the_store_with_its_statements_below_it(string name, string question)
    {
        var spans = await SpansAsync(new ApiOptions(), question);

        var search = spans.Single(s => s.DisplayName == $"store {name}");
        Assert.True((long)search.GetTagItem("csrgraph.store.rows")! > 0);
        var query = spans.Single(s => s.DisplayName == "query");
        Assert.Equal(query.SpanId, search.ParentSpanId);
        Assert.Equal(1, query.GetTagItem("csrgraph.store.calls"));
        var head = spans.Single(s => s.DisplayName == "store head");
        var statements = spans.Where(s => s.Kind == ActivityKind.Client && s.ParentSpanId != head.SpanId).ToList();
        Assert.NotEmpty(statements);
        Assert.All(statements, s => Assert.Equal(search.SpanId, s.ParentSpanId));
    }

    [Fact]
    public async Task A_search_that_is_refused_says_so_on_its_span()
    {
        var spans = await SpansAsync(new ApiOptions(), "{ paths(from: \"org:nrta\", to: \"org:nobody\") { found } }", isGood: false);
        Assert.Equal("ApiError", spans.Single(s => s.DisplayName == "store paths").GetTagItem("error.type"));
    }

    [Fact]
    public async Task No_span_has_a_document_or_a_value_unless_that_is_asked_for()
    {
        var usual = await SpansAsync(new ApiOptions());
        var asked = await SpansAsync(new ApiOptions { TracesDocuments = true });

        var told = string.Join('\n', usual.SelectMany(s => s.TagObjects).Select(t => $"{t.Key} {t.Value}"));
        foreach (var secret in new[] { "guidedBy", "event:forum", "责任论坛", "广电总局" }) Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        Assert.Contains(asked, s => Equals(s.GetTagItem("graphql.document"), Question));
    }

    [Fact]
    public async Task Operations_and_statements_are_measured()
    {
        var metrics = new List<Metric>();
        using var meters = Sdk.CreateMeterProviderBuilder().AddMeter(Tracing.Name).AddInMemoryExporter(metrics).Build();
        using var ask = new Asking(new GraphQLApi(VocabularyDefinition.Load(), store));

        await ask.DataAsync(Question, new { id = "event:forum" });
        meters.ForceFlush();

        Assert.Contains(metrics, m => m.Name == "csrgraph.operation.duration" && m.Unit == "s");
        Assert.Contains(metrics, m => m.Name == "db.client.operation.duration" && m.Unit == "s");
    }

    [Fact]
    public async Task The_log_has_one_line_for_each_operation_with_its_name_hash_time_cost_rows_and_store_calls()
    {
        var reports = new List<OperationReport>();
        var options = new ApiOptions { OnOperation = reports.Add };
        using var ask = new Asking(new GraphQLApi(VocabularyDefinition.Load(), store, options));
        await using var server = await RunningServer.StartAsync();
        var log = ServerLog.Operations(server.Logging)!;

        await ask.DataAsync(Question, new { id = "event:forum" });
        await ask.ErrorAsync("{ nobody }");
        foreach (var report in reports) log(report);

        var lines = server.Log.Lines.Where(l => l.Event.Id == 20).Select(l => l.Text).ToList();
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Question)));
        Assert.Equal(2, lines.Count);
        Assert.Matches($@"^query Who {hash} ok, took \d+\.\d ms: cost [1-9]\d*, [1-9]\d* rows of 3 store calls$", lines[0]);
        Assert.Matches(@"^- - [0-9a-f]{64} GRAPHQL_VALIDATION_FAILED, took \d+\.\d ms: cost 0, 0 rows of 0 store calls$", lines[1]);
    }

    [Fact]
    public void Nothing_is_sent_where_no_collector_is_named() => Assert.Null(Exporting.Start(""));

    // Other tests run beside this one; what belongs to it has its trace.
    private async Task<IReadOnlyList<Activity>> SpansAsync(ApiOptions options, string question = Question, bool isGood = true)
    {
        var spans = new List<Activity>();
        using var traces = Exporting.Traces(Sdk.CreateTracerProviderBuilder()).AddInMemoryExporter(spans).Build();
        using var api = new GraphQLApi(VocabularyDefinition.Load(), store, options);
        await using var server = await RunningServer.StartAsync(api.AnswerAsync);
        using var test = new Activity("test") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query = question, variables = new { id = "event:forum" } }) };
        request.Headers.Add("traceparent", $"00-{test.TraceId}-{test.SpanId}-01");
        using var response = await server.Client.SendAsync(request, Cancellation);
        Assert.Equal(isGood, !(await response.Content.ReadAsStringAsync(Cancellation)).Contains("errors", StringComparison.Ordinal));
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(10, Cancellation))
        {
            traces.ForceFlush();
            if (Mine().Any(s => s is { Kind: ActivityKind.Server, DisplayName: "POST" })) break;
        }

        return Mine();

        List<Activity> Mine() => [.. spans.ToArray().Where(s => s.TraceId == test.TraceId && s.Source.Name != "System.Net.Http")];
    }

    private static string Shown(Activity span) => span.GetTagItem("db.system.name") as string ?? span.DisplayName;

    private static string Tree(IReadOnlyList<Activity> spans)
    {
        var text = new StringBuilder();
        Add(spans.Where(s => spans.All(p => p.SpanId != s.ParentSpanId)), 0);
        return text.ToString().TrimEnd();

        void Add(IEnumerable<Activity> siblings, int depth)
        {
            // A call puts as many statements as its store likes.
            foreach (var span in siblings.OrderBy(s => s.StartTimeUtc).DistinctBy(Shown))
            {
                text.Append(CultureInfo.InvariantCulture, $"{new string(' ', 2 * depth)}{Shown(span)}\n");
                Add(spans.Where(s => s.ParentSpanId == span.SpanId), depth + 1);
            }
        }
    }
}
