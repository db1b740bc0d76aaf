using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>The clients in <c>Clients</c>, installed once for each lock file.</summary>
internal static class NpmClients
{
    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Path.Combine(Tests.SharedFiles.RepositoryRoot(), "tests", "CsrGraph.EndToEndTests", "Clients");

    private static string Installed => Path.Combine(Folder, "node_modules", ".installed");

    /// <summary>Runs a script to its end; the test is skipped where there is no Node.js.</summary>
    public static async Task<BufferedCommandResult> RunAsync(string script, params string[] arguments) =>
        await (await CommandAsync(script, arguments)).ExecuteBufferedAsync(TestContext.Current.CancellationToken);

    /// <summary>A script that can be run; the test is skipped where there is no Node.js.</summary>
    public static async Task<Command> CommandAsync(string script, params string[] arguments)
    {
        await InstallAsync();
        return Node.Command(Folder, script, arguments);
    }

    private static async Task InstallAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"), cancellation);
        if (File.Exists(Installed) && await File.ReadAllTextAsync(Installed, cancellation) == wanted) return;
        await Node.InstallAsync(Folder);
        await File.WriteAllTextAsync(Installed, wanted, cancellation);
    }
}
