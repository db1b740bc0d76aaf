using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace CsrGraph.EndToEndTests.Hostile;

/// <summary>Made-up documents in a process of their own, whose threads have 1.5 MB of stack: it lives, and each is answered in the one shape.</summary>
public sealed class FuzzSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Theory]
    [InlineData("bytes")]
    [InlineData("grammar")]
    public async Task No_made_up_document_hurts_the_process(string kind)
    {
        var seconds = Environment.GetEnvironmentVariable("CSRGRAPH_FULL") == "1" ? 60 : 10;
        var seed = Random.Shared.Next();
        var last = csrgraph.At("last.txt");
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "CsrGraph.Fuzz.dll"), kind, "seconds", seconds.ToString(CultureInfo.InvariantCulture),
            seed.ToString(CultureInfo.InvariantCulture), Csrgraph.Seeds, last,
        ];

        var run = await CliWrap.Cli.Wrap("bash").WithArguments(["-c", "ulimit -s 1536; exec dotnet \"$@\"", "bash", .. arguments])
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(Encoding.UTF8, TestContext.Current.CancellationToken);

        var asked = File.Exists(last) ? await File.ReadAllTextAsync(last, TestContext.Current.CancellationToken) : "";
        Assert.True(run.ExitCode == 0, $"{run.StandardOutput}\n{run.StandardError}\nit had been asked: {asked}");
        Assert.Contains($"{kind}: ", run.StandardOutput, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper!.WriteLine(run.StandardOutput);
    }
}
