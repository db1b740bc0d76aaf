using System.CommandLine;
using CsrGraph.Benchmarks.Http;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>serve</c>.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var kind = new Argument<ServedKind>("kind")
        {
            Description = "level: our strategy; library: the library's own; writer: written by hand, whatever is asked; api: the graph's own schema over a store in memory",
        };
        var port = new Argument<int>("port") { Description = "Where on 127.0.0.1 it listens" };
        var command = new Command("serve", "Serves a hundred made events from memory at /graphql until it is ended; 'pid N' says that it is ready.") { kind, port };
        command.SetAction(async (parsed, cancellation) =>
        {
            await BenchServer.RunAsync(parsed.GetValue(kind), parsed.GetValue(port), Console.Out, cancellation);
            return 0;
        });
        return command;
    }
}
