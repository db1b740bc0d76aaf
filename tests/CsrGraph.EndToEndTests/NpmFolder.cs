using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>A folder with programs of other makers, installed once for each lock file.</summary>
internal sealed class NpmFolder
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    private NpmFolder(string name) => Folder = Path.Combine(Tests.SharedFiles.RepositoryRoot(), "tests", "CsrGraph.EndToEndTests", name);

    /// <summary>Clients that ask the API.</summary>
    public static NpmFolder Clients { get; } = new("Clients");

    /// <summary>Readers that open exports, feeds and citations.</summary>
    public static NpmFolder Readers { get; } = new("Readers");

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    private string Installed => Path.Combine(Folder, "node_modules", ".installed");

    /// <summary>Runs a script to its end; the test is skipped where there is no Node.js.</summary>
    public async Task<BufferedCommandResult> RunAsync(string script, params string[] arguments) =>
        await (await CommandAsync(script, arguments)).ExecuteBufferedAsync(TestContext.Current.CancellationToken);

    /// <summary>A script that can be run; the test is skipped where there is no Node.js.</summary>
    public async Task<Command> CommandAsync(string script, params string[] arguments)
    {
        await InstallAsync();
        return Node.Command(Folder, script, arguments);
    }

    private async Task InstallAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await Turn.WaitAsync(cancellation);
        try
        {
            var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"), cancellation);
            if (File.Exists(Installed) && await File.ReadAllTextAsync(Installed, cancellation) == wanted) return;
            await Node.InstallAsync(Folder);
            await File.WriteAllTextAsync(Installed, wanted, cancellation);
        }
        finally
        {
            Turn.Release();
        }
    }
}
