using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>The real executable, run in a folder of its own that is gone afterwards.</summary>
internal sealed class Csrgraph : IDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "csrgraph.dll");

    /// <summary>The folder in which it runs.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("csrgraph-test-").FullName;

    /// <summary>Environment variables of the runs, over those of whoever runs the tests; null takes one away.</summary>
    public Dictionary<string, string?> Variables { get; } = [];

    /// <summary>How much stack each thread of the runs has, in kB; null for what is usual.</summary>
    public int? StackKilobytes { get; init; }

    /// <summary>The folder with the repository's seeds.</summary>
    public static string Seeds => Path.Combine(Tests.SharedFiles.RepositoryRoot(), "seed");

    /// <summary>Runs one command line to its end.</summary>
    public Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunPipedAsync(null, arguments);

    /// <summary>Runs one command line with something piped in.</summary>
    public async Task<BufferedCommandResult> RunPipedAsync(string? piped, params string[] arguments) =>
        await Command(arguments).WithStandardInputPipe(piped is null ? PipeSource.Null : PipeSource.FromString(piped, Encoding.UTF8))
            .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, TestContext.Current.CancellationToken);

    /// <summary>A command line that can be run; whatever it ends with is no exception.</summary>
    public Command Command(params string[] arguments) => Dotnet([Executable, .. arguments]).WithWorkingDirectory(Folder)
        .WithEnvironmentVariables(Environment()).WithValidation(CommandResultValidation.None);

    /// <summary>Runs one command line that can write no file of more than so many kB, as on a disk that is full.</summary>
    public async Task<BufferedCommandResult> RunWithoutRoomAsync(int kilobytes, params string[] arguments)
    {
        // Executable memory is backed by a file that would have no room either.
        var limited = $"trap '' XFSZ; ulimit -f {kilobytes}; DOTNET_EnableWriteXorExecute=0 exec dotnet \"$@\"";
        return await Command(arguments).WithTargetFile("bash").WithArguments(["-c", limited, "bash", Executable, .. arguments])
            .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs one command line whose standard output goes into a file.</summary>
    public async Task<BufferedCommandResult> RunIntoAsync(string file, params string[] arguments) =>
        await Command(arguments).WithTargetFile("bash").WithArguments(["-c", "exec dotnet \"${@:2}\" > \"$1\"", "bash", file, Executable, .. arguments])
            .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, TestContext.Current.CancellationToken);

    /// <summary>A path in the folder.</summary>
    public string At(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Copies the repository's seeds to <c>seed</c> in the folder.</summary>
    public string CopySeeds()
    {
        foreach (var file in Directory.EnumerateFiles(Seeds, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = At("seed", Path.GetRelativePath(Seeds, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return At("seed");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // A process's threads get as much stack as its first one may have.
    private Command Dotnet(string[] arguments) => StackKilobytes is { } limit
        ? CliWrap.Cli.Wrap("bash").WithArguments(["-c", $"ulimit -s {limit}; exec dotnet \"$@\"", "bash", .. arguments])
        : CliWrap.Cli.Wrap("dotnet").WithArguments(arguments);

    // The settings of whoever runs the tests are not those of the tests.
    private Dictionary<string, string?> Environment()
    {
        var environment = System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("CSRGRAPH_", StringComparison.Ordinal)).ToDictionary(name => name, _ => (string?)null);
        foreach (var (name, value) in Variables) environment[name] = value;
        return environment;
    }
}
