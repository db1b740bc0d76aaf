using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>The clients in <c>Clients</c>, installed once for each lock file.</summary>
public sealed class NpmClients : IAsyncLifetime
{
    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(Tests.SharedFiles.RepositoryRoot(), "tests", "CsrGraph.EndToEndTests", "Clients");

    /// <summary>True where npm is, and where nothing may be skipped.</summary>
    public static bool IsHere { get; } = Environment.GetEnvironmentVariable("CSRGRAPH_NO_SKIPS") == "1"
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "npm")));

    private static string Installed => Path.Combine(Folder, "node_modules", ".installed");

    public async ValueTask InitializeAsync()
    {
        var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"), TestContext.Current.CancellationToken);
        if (!IsHere || (File.Exists(Installed) && await File.ReadAllTextAsync(Installed, TestContext.Current.CancellationToken) == wanted)) return;
        var result = await CliWrap.Cli.Wrap("npm").WithArguments(["ci", "--silent", "--no-audit", "--no-fund"]).WithWorkingDirectory(Folder)
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(Encoding.UTF8, TestContext.Current.CancellationToken);
        Assert.True(result.IsSuccess, $"npm ci ended with {result.ExitCode}:\n{result.StandardOutput}\n{result.StandardError}");
        await File.WriteAllTextAsync(Installed, wanted, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a script to its end.</summary>
    public async Task<BufferedCommandResult> RunAsync(string script, params string[] arguments) =>
        await CliWrap.Cli.Wrap("node").WithArguments([Path.Combine(Folder, script), .. arguments]).WithWorkingDirectory(Folder)
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(Encoding.UTF8, TestContext.Current.CancellationToken);
}
