using CsrGraph.Cli.Settings;
using CsrGraph.Neo4j;
using Xunit;

namespace CsrGraph.Tests.Cli;

public sealed class SettingSpecs
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "CSRGRAPH_STORE", "" },
        { "CSRGRAPH_URLS", "localhost" },
        { "CSRGRAPH_MAX_BODY", "0" },
        { "CSRGRAPH_MAX_BODY", "256k" },
        { "CSRGRAPH_MAX_ANSWER", "-1" },
        { "CSRGRAPH_MAX_TOKENS", "99" },
        { "CSRGRAPH_MAX_FIELDS", "1e4" },
        { "CSRGRAPH_MAX_DEPTH", "1000" },
        { "CSRGRAPH_TIMEOUT", "0" },
        { "CSRGRAPH_INTROSPECTION", "off" },
        { "CSRGRAPH_ONLY_DOCUMENTS", "yes" },
        { "CSRGRAPH_STATUS_CODES", "2024" },
        { "CSRGRAPH_DOCUMENTS", "" },
        { "CSRGRAPH_LOG", "loud" },
        { "CSRGRAPH_PATH_BASE", "graph" },
        { "CSRGRAPH_PROXIES", "localhost" },
        { "CSRGRAPH_ORIGINS", "https://news.example/page" },
        { "CSRGRAPH_TOKEN", "secret" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_value_ends_any_verb_with_2_and_names_the_variable(string variable, string value)
    {
        var run = await CapturedRun.OfAsync(new Dictionary<string, string> { [variable] = value }, "schema");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(variable + ": ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task A_token_that_is_wrong_is_not_repeated()
    {
        var run = await CapturedRun.OfAsync(new Dictionary<string, string> { ["CSRGRAPH_TOKEN"] = "open sesame" }, "schema");

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("sesame", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_values_are_named_at_once()
    {
        var run = await CapturedRun.OfAsync(new Dictionary<string, string> { ["CSRGRAPH_LOG"] = "x", ["CSRGRAPH_URLS"] = "y" }, "schema");

        Assert.Equal(2, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_variable_is_the_default_of_its_option_and_the_option_overrules_it()
    {
        var environment = new Dictionary<string, string> { ["CSRGRAPH_STORE"] = "of-the-environment.db" };

        var byVariable = await CapturedRun.OfAsync(environment, "changes");
        var byOption = await CapturedRun.OfAsync(environment, "changes", "--store", "of-the-option.db");

        Assert.Contains("of-the-environment.db", byVariable.Error, StringComparison.Ordinal);
        Assert.Contains("of-the-option.db", byOption.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_default_passes_its_own_check()
    {
        foreach (var setting in Setting.All.Where(s => s.Default.Length > 0)) setting.Check(setting.Default);
    }

    [Fact]
    public void The_README_has_every_setting_with_its_option_default_and_description()
    {
        var readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot(), "README.md"));

        foreach (var setting in Setting.All)
        {
            Assert.Contains(Row(setting), readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_README_has_the_settings_that_are_Neo4js_own()
    {
        var readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot(), "README.md"));

        Assert.All(Neo4jSettings.Names, name => Assert.Contains($"| `{name}` |", readme, StringComparison.Ordinal));
    }

    private static string Row(Setting setting) =>
        $"| `{setting.Variable}` | {Code(setting.Option)} | {Code(setting.Default)} | {setting.Description} |";

    private static string Code(string? text) => string.IsNullOrEmpty(text) ? "" : $"`{text}`";
}
