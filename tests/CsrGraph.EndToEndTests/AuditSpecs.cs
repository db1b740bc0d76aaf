using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>A running server holds to GraphQL over HTTP, as the audits of npm's graphql-http have it.</summary>
public sealed class AuditSpecs(LoadedStore store) : IClassFixture<LoadedStore>
{
    [Fact]
    public async Task All_61_audits_of_graphql_http_pass()
    {
        var folder = Directory.CreateDirectory(store.Csrgraph.At("audits")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Audits"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        await Node.InstallAsync(folder);

        var run = await Node.RunAsync(folder, "audit.mjs", new Uri(store.Serving.Client.BaseAddress!, "graphql").ToString());

        var lines = run.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(run.ExitCode == 0, run.StandardError);
        Assert.Equal(61, lines.Length);
        Assert.DoesNotContain(lines, l => !l.StartsWith("ok\t", StringComparison.Ordinal));
    }
}
