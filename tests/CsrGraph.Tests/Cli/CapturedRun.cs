using CsrGraph.Cli;

namespace CsrGraph.Tests.Cli;

/// <summary>A command line run in the process, with what it printed.</summary>
internal sealed record CapturedRun(int ExitCode, string Out, string Error)
{
    public static async Task<CapturedRun> OfAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(TextReader.Null, output, error, CanDraw: false);
        var code = await new CommandLine(terminal, environment.GetValueOrDefault, TimeProvider.System).RunAsync(arguments);
        return new CapturedRun(code, output.ToString(), error.ToString());
    }
}
