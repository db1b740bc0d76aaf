using System.Text;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Clients of other makers work with the API as they are; each is a script in <c>Clients</c>, which says in its first line what it proves.</summary>
public sealed class ClientSpecs(LoadedStore store, ITestOutputHelper output) : IClassFixture<LoadedStore>
{
    [Fact]
    public async Task The_reference_implementation_reads_our_introspection_as_the_schema_that_is_printed() =>
        await RunAsync("introspection.mjs", Address, await SchemaAsync());

    [Fact]
    public async Task Code_generator_makes_types_without_warnings_and_they_compile() => await RunAsync("codegen.mjs", Address, Folder("codegen"));

    [Fact]
    public async Task Relays_compiler_accepts_the_schema_its_nodes_and_connections() => await RunAsync("relay.mjs", await SchemaAsync(), Folder("relay"));

    [Theory]
    [InlineData("apollo.mjs")]
    [InlineData("urql.mjs")]
    public async Task Page_after_page_is_fetched_with_the_clients_own_pagination(string client) => await RunAsync(client, Address);

    [Fact]
    public async Task A_change_that_breaks_clients_of_the_last_release_is_named_in_the_change_log() =>
        await RunAsync("breaking.mjs", Path.Combine(NpmFolder.Clients.Folder, "released.graphql"), await SchemaAsync(), ChangeLog);

    [Fact]
    public async Task A_field_that_is_renamed_is_noticed_until_the_change_log_names_it()
    {
        var (schema, smaller, log) = (await SchemaAsync(), store.Csrgraph.At("smaller.graphql"), store.Csrgraph.At("log.md"));
        var lines = await File.ReadAllLinesAsync(schema, Cancellation);
        var field = Array.FindIndex(lines, Array.IndexOf(lines, "type Roster {"), l => l.StartsWith("  unnamed: ", StringComparison.Ordinal));
        lines[field] = lines[field].Replace("unnamed", "unnamedOnes", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(smaller, lines, Cancellation);
        await File.WriteAllTextAsync(log, "# Changelog\n\n## Unreleased\n\n## 1.0.0\n\n- Roster.unnamed\n", Cancellation);

        var silent = await NpmFolder.Clients.RunAsync("breaking.mjs", schema, smaller, log);
        await File.WriteAllTextAsync(log, "# Changelog\n\n## Unreleased\n\n- `Roster.unnamed` is `Roster.unnamedOnes`.\n", Cancellation);
        var named = await NpmFolder.Clients.RunAsync("breaking.mjs", schema, smaller, log);

        Assert.Equal(1, silent.ExitCode);
        Assert.Contains("Roster.unnamed", silent.StandardError, StringComparison.Ordinal);
        Assert.Equal(0, named.ExitCode);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string ChangeLog => Path.Combine(Tests.SharedFiles.RepositoryRoot(), "CHANGELOG.md");

    private string Address => new Uri(store.Serving.Client.BaseAddress!, "graphql").ToString();

    private async Task<string> SchemaAsync()
    {
        var file = store.Csrgraph.At("schema.graphql");
        if (!File.Exists(file)) await File.WriteAllTextAsync(file, (await store.Csrgraph.RunAsync("schema")).StandardOutput, Encoding.UTF8, Cancellation);
        return file;
    }

    private string Folder(string name) => Directory.CreateDirectory(store.Csrgraph.At(name)).FullName;

    private async Task RunAsync(string script, params string[] arguments)
    {
        var result = await NpmFolder.Clients.RunAsync(script, arguments);
        output.WriteLine(result.StandardOutput);
        Assert.True(result.ExitCode == 0, $"{script} ended with {result.ExitCode}:\n{result.StandardOutput}\n{result.StandardError}");
    }
}
