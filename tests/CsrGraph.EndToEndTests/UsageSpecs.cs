using Xunit;

namespace CsrGraph.EndToEndTests;

public sealed class UsageSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("--help", "unknown-verb")]
    [InlineData("'check --help'", "check", "--no-such-option")]
    [InlineData("'check --help'", "check", "--format", "xml")]
    [InlineData("'rollback --help'", "rollback", "one")]
    [InlineData("counts from 1", "locate", "d", "q", "--nth", "0")]
    [InlineData("either --out FOLDER or --store PATH", "generate")]
    [InlineData("either --out FOLDER or --store PATH", "generate", "--out", "made", "--store", "made.db")]
    [InlineData("from 100 to", "generate", "--entities", "99", "--out", "made")]
    [InlineData("ask for more entities", "generate", "--entities", "100", "--claims", "20001", "--out", "made")]
    [InlineData("'generate --help'", "generate", "--claims", "many", "--out", "made")]
    [InlineData("--edition is 1 or 2", "generate", "--edition", "3", "--out", "made")]
    [InlineData("go with --out", "generate", "--edition", "2", "--store", "made.db")]
    [InlineData("--sources", "check", "--write-spans")]
    [InlineData("--sources", "locate", "d", "q")]
    [InlineData("not available in this version", "serve", "--store", "neo4j")]
    [InlineData("http://127.0.0.1:5080", "serve", "--urls", "localhost:5080")]
    public async Task A_wrong_command_line_ends_with_2_and_says_what_is_right(string said, params string[] arguments)
    {
        var result = await csrgraph.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.StandardOutput);
        Assert.Contains(said.Trim('\''), result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_printed()
    {
        var schema = await csrgraph.RunAsync("schema");

        Assert.Equal(0, schema.ExitCode);
        Assert.Contains("type Query", schema.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("组织", schema.StandardOutput, StringComparison.Ordinal);
    }
}
