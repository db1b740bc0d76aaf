using CsrGraph.Cli;
using Xunit;

namespace CsrGraph.Tests.Cli;

public sealed class FaultSpecs
{
    [Fact]
    public async Task A_fault_of_the_program_ends_with_70_and_says_how_to_report_it()
    {
        using var error = new StringWriter();
        var terminal = new Terminal(TextReader.Null, new BrokenWriter(), error, CanDraw: false);

        var code = await new CommandLine(terminal, _ => null, TimeProvider.System).RunAsync(["schema"]);

        Assert.Equal(70, code);
        Assert.Contains("the writer is broken", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("CONTRIBUTING.md", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Reporting a fault", File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot(), "CONTRIBUTING.md")), StringComparison.Ordinal);
    }

    private sealed class BrokenWriter : StringWriter
    {
        public override void Write(string? value) => throw new InvalidOperationException("the writer is broken");
    }
}
