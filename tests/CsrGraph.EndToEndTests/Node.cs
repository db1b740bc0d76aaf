using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Node.js, with which foreign clients and checkers are run.</summary>
internal static class Node
{
    /// <summary>
    /// Installs what a folder's package-lock.json names. Where there is no Node.js the test is skipped and says so; it fails instead where the
    /// environment variable CSRGRAPH_NO_SKIPS is 1.
    /// </summary>
    public static async Task InstallAsync(string folder)
    {
        if (!IsThere())
        {
            const string Reason = "npm is not installed here; it comes with Node.js 20";
            if (Environment.GetEnvironmentVariable("CSRGRAPH_NO_SKIPS") == "1") Assert.Fail(Reason);
            Assert.Skip(Reason);
        }

        var installed = await CliWrap.Cli.Wrap("npm").WithWorkingDirectory(folder).WithArguments(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.True(installed.ExitCode == 0, installed.StandardError);
    }

    /// <summary>Runs a script to its end.</summary>
    public static async Task<BufferedCommandResult> RunAsync(string folder, string script, params string[] arguments) =>
        await Command(folder, script, arguments).ExecuteBufferedAsync(TestContext.Current.CancellationToken);

    /// <summary>A script that can be run; whatever it ends with is no exception.</summary>
    public static Command Command(string folder, string script, params string[] arguments) =>
        CliWrap.Cli.Wrap("node").WithWorkingDirectory(folder).WithArguments([script, .. arguments]).WithValidation(CommandResultValidation.None);

    private static bool IsThere() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "npm")));
}
