using System.CommandLine;
using CsrGraph.Cli.Settings;
using CsrGraph.Cli.Stores;
using CsrGraph.Cli.Telemetry;
using CsrGraph.GraphQL;
using CsrGraph.Store;
using CsrGraph.Web;
using Microsoft.Extensions.Logging;

namespace CsrGraph.Cli.Verbs;

/// <summary><c>csrgraph serve</c>: serves the API over HTTP.</summary>
internal static class ServeCommand
{
    private const string Open = "whoever reaches this machine there can read everything in the store: set CSRGRAPH_TOKEN, or let a proxy guard it";

    public static Verb Create(Invocation invocation, Interruption interruption)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen, separated by semicolons; another address than 127.0.0.1 is open to others",
            HelpName = "URL",
            DefaultValueFactory = _ => invocation.Settings[Setting.Urls],
        };
        var store = VerbOptions.Store(invocation);
        var seed = VerbOptions.Seed(invocation);
        return new Verb("serve", "Serves the GraphQL API over HTTP. Loads the seed folder first where the store is empty.")
        {
            Options = { urls, store.Store, store.Neo4jFile, seed },
            Examples = ["csrgraph serve", "csrgraph serve --urls http://127.0.0.1:8080 --store data/other.db"],
            ExitCodes =
            [
                (ExitCode.Done, "ended by SIGTERM"),
                (ExitCode.BadInput, "the store is empty and the seed folder has problems"),
                (ExitCode.Unavailable, "the store cannot be reached, or the address is taken"),
                (ExitCode.Interrupted, "ended by Ctrl-C"),
            ],
        }.Does(async (parsed, cancellation) =>
        {
            var settings = Read(invocation, parsed.GetRequiredValue(urls));
            var path = store.Name(parsed);
            await using var opened = await store.OpenAsync(parsed, StoreNeed.Made, cancellation);
            var seeds = new Seeds(invocation, parsed.GetRequiredValue(seed), null);
            using var logging = LoggerFactory.Create(log => Log(log, invocation.Settings));
            using var exporting = Exporting.Start(invocation.Settings[Setting.Collector]);

            // The schema takes as long to make as all the rest of the start, and needs nothing of it.
            var api = Task.Run(() => new GraphQLApi(invocation.Vocabulary, opened.Store, Options(invocation, logging)), cancellation);
            var changes = new StoreChanges(invocation, opened.Store);
            var last = await changes.LastAsync(cancellation);
            if (last is not null) invocation.Out.WriteLine($"{path}: change-set {last.Number}");
            else if (!await FillAsync(invocation, opened.Store, path, seeds, cancellation)) return ExitCode.BadInput;
            AnswerGraphQL answer = async (request, hangUp) => await (await api).AnswerAsync(request, hangUp);
            ListenGraphQL listen = async (request, hangUp) => await (await api).ListenAsync(request, hangUp);
            var limits = invocation.Settings.Limits;
            ReadProjectionFilter filters = async (argument, json) => await (await api).ReadProjectionFilterAsync(argument, json);
            var graph = new ServedGraph(opened.Store, invocation.Vocabulary, filters, BulkChanges.ScratchOf(path)) { MaxPairs = limits.MaxPairs, MaxProjectionRows = limits.MaxProjectionRows };
            await using (var server = await WebServer.StartAsync(settings, answer, listen, opened.HeadAsync, logging, cancellation, graph))
            {
                await api;
                SayHello(invocation, server, settings);
                SayDifference(invocation, seeds, path, last);
                await invocation.Out.FlushAsync(CancellationToken.None);
                await WaitForEndAsync(cancellation);
            }

            (await api).Dispose();
            return interruption.IsTermination ? ExitCode.Done : interruption.ExitCode;
        });
    }

    private static ApiOptions Options(Invocation invocation, ILoggerFactory logging) =>
        invocation.Settings.Limits with { OnFault = ServerLog.Faults(logging), OnOperation = ServerLog.Operations(logging) };

    private static WebSettings Read(Invocation invocation, string urls)
    {
        var addresses = OrWrong("--urls", () => WebSettings.ReadAddresses(urls));
        return OrWrong(Setting.Documents.Variable, () => invocation.Settings.Web(addresses));
    }

    private static T OrWrong<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw new WrongUsageException($"{what}: {e.Message}");
        }
    }

    private static async Task<bool> FillAsync(Invocation invocation, IGraphStore store, string path, Seeds seeds, CancellationToken cancellation)
    {
        if (seeds.IsBulk) return await FillBulkAsync(invocation, new BulkChanges(invocation, store), path, seeds, cancellation);
        var changes = new StoreChanges(invocation, store);
        if (await seeds.ReadOrReportAsync() is not { } graph) return false;
        var plan = await changes.PlanLoadAsync(graph, prune: false, cancellation);
        if (!changes.IsPossible(plan)) return false;
        var applied = await changes.ApplyAsync(plan, VerbOptions.AuthorOf(invocation, null), $"load of {seeds.Folder}", graph.Hash, cancellation);
        invocation.Out.WriteLine($"{path} was empty; loaded {seeds.Folder} as change-set {applied.Number}: {StoreChanges.Summary(plan)}");
        return true;
    }

    private static async Task<bool> FillBulkAsync(Invocation invocation, BulkChanges changes, string path, Seeds seeds, CancellationToken cancellation)
    {
        using var seed = await seeds.ReadBulkOrReportAsync(BulkChanges.ScratchOf(path), cancellation);
        if (seed is null) return false;
        using var plan = await changes.PlanAsync(seed, prune: false, cancellation);
        if (!changes.IsPossible(plan)) return false;
        var applied = await changes.ApplyAsync(plan, VerbOptions.AuthorOf(invocation, null), $"load of {seeds.Folder}", seed.Summary.Hash, cancellation);
        invocation.Out.WriteLine($"{path} was empty; loaded {seeds.Folder} as change-set {applied.Number}: {BulkChanges.Summary(plan)}");
        return true;
    }

    private static void SayHello(Invocation invocation, WebServer server, WebSettings settings)
    {
        foreach (var address in server.Addresses)
        {
            invocation.Out.WriteLine($"serving {address}graphql");
            if (!address.IsLoopback && settings.Token is null) invocation.Out.WriteLine($"  {Open}");
        }

        invocation.Out.WriteLine("try:");
        invocation.Out.WriteLine("  " + Question(server.Addresses[0], settings.Token is not null));
        invocation.Out.WriteLine("Ctrl-C ends it");
    }

    // Said only once it serves: reading a large folder takes longer than starting.
    private static void SayDifference(Invocation invocation, Seeds seeds, string path, ChangeSet? last)
    {
        if (last is null || !seeds.DiffersFrom(last.SourceHash)) return;
        invocation.Out.WriteLine($"{seeds.Folder} is not what was loaded last; this shows the difference: csrgraph diff {seeds.Folder} --store {path}");
    }

    private static async Task WaitForEndAsync(CancellationToken cancellation)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(ended.SetResult);
        await ended.Task;
    }

    private static string Question(Uri address, bool wantsToken) =>
        $$"""curl -s {{address}}graphql -H 'Content-Type: application/json'{{(wantsToken ? " -H \"Authorization: Bearer $CSRGRAPH_TOKEN\"" : "")}} -d '{"query":"{ events(filter: { guidedBy: { some: {} } }) { nodes { name guidedBy { nodes { name } } } } }"}'""";

    private static void Log(ILoggingBuilder log, SettingValues settings)
    {
        var level = settings.LogLevel;
        // The server's own events; the framework below it says only what it could not do, and a failed start comes as an exception.
        log.SetMinimumLevel(level > LogLevel.Warning ? level : LogLevel.Warning)
            .AddFilter("CsrGraph", level)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)

            // A log that takes anything of it has a span and a scope made for each request, which no line shows.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (Setting.ReadIsJson(settings[Setting.LogFormat])) log.AddJsonConsole(line => line.UseUtcTimestamp = true);
        else log.AddSimpleConsole(line => line.SingleLine = true);
    }
}
