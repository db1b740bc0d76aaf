using Snapshooter.Xunit3;
using Xunit;

namespace CsrGraph.EndToEndTests;

public sealed class HelpSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("check")]
    [InlineData("diff")]
    [InlineData("load")]
    [InlineData("changes")]
    [InlineData("rollback")]
    [InlineData("show")]
    [InlineData("who")]
    [InlineData("path")]
    [InlineData("network")]
    [InlineData("query")]
    [InlineData("schema")]
    [InlineData("locate")]
    [InlineData("export")]
    [InlineData("backup")]
    [InlineData("generate")]
    public async Task Every_verb_has_help_with_an_example_and_its_exit_codes(string verb)
    {
        var help = await csrgraph.RunAsync(verb, "--help");

        Assert.Equal(0, help.ExitCode);
        Assert.Contains($"csrgraph {verb}", help.StandardOutput.Split("Example")[1], StringComparison.Ordinal);
        Assert.Contains("Exit codes:", help.StandardOutput, StringComparison.Ordinal);
        Snapshot.Match(help.StandardOutput, $"{nameof(HelpSpecs)}.{verb}");
    }

    [Fact]
    public async Task The_program_lists_its_verbs()
    {
        var help = await csrgraph.RunAsync("--help");

        Assert.Equal(0, help.ExitCode);
        Snapshot.Match(help.StandardOutput, $"{nameof(HelpSpecs)}.csrgraph");
    }
}
