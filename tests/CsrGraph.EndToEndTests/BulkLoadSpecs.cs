using CsrGraph.Seeding;
using CsrGraph.Seeding.Bulk;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>Seed folders with one object a line.</summary>
public sealed class BulkLoadSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task Lines_load_what_yaml_loads()
    {
        WriteLines();

        var check = await csrgraph.RunAsync("check", "lines");
        var diff = await csrgraph.RunAsync("diff", "lines");
        var lines = await csrgraph.RunAsync("load", "lines", "--store", "data/lines.db");
        var again = await csrgraph.RunAsync("load", "lines", "--store", "data/lines.db");
        var yaml = await csrgraph.RunAsync("load", Csrgraph.Seeds, "--store", "data/yaml.db");
        var same = await csrgraph.RunAsync("diff", Csrgraph.Seeds, "--store", "data/lines.db");

        Assert.EndsWith("no problems\n", check.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(yaml.StandardOutput, lines.StandardOutput);
        Assert.Equal(lines.StandardOutput, "change-set 1: " + diff.StandardOutput);
        Assert.StartsWith("nothing to load", again.StandardOutput, StringComparison.Ordinal);
        Assert.StartsWith("no difference", same.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(csrgraph.At("data")), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_load_changes_is_what_the_lines_change()
    {
        WriteLines();
        await csrgraph.RunAsync("load", Csrgraph.Seeds);
        var claims = csrgraph.At("lines", "claims.ndjson");
        var kept = (await File.ReadAllLinesAsync(claims, TestContext.Current.CancellationToken)).Where(l => !l.Contains("\"FIGURE\"", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(claims, kept, TestContext.Current.CancellationToken);

        var load = await csrgraph.RunAsync("load", "lines");

        Assert.Matches(@"^change-set 2: claims \+0 -\d+, evidence \+0 -\d+, entities and documents \+0 -0\n$", load.StandardOutput);
    }

    [Fact]
    public async Task A_line_that_is_wrong_stops_the_load_before_there_is_a_store()
    {
        WriteLines();
        await File.AppendAllTextAsync(csrgraph.At("lines", "claims.ndjson"), "{\"document\":\n", TestContext.Current.CancellationToken);

        var load = await csrgraph.RunAsync("load", "lines");

        Assert.Equal(1, load.ExitCode);
        Assert.Matches(@"^lines/claims\.ndjson:\d+:\d+: this is not JSON", load.StandardError);
        Assert.EndsWith("1 problem; nothing was loaded\n", load.StandardError, StringComparison.Ordinal);
        Assert.False(Directory.Exists(csrgraph.At("data")));
    }

    [Fact]
    public async Task Serve_fills_an_empty_store_from_lines()
    {
        WriteLines();
        await using var serving = await Serving.StartAsync(csrgraph, "--seed", csrgraph.At("lines"));
        Assert.Contains("+299 -0", (await csrgraph.RunAsync("changes")).StandardOutput, StringComparison.Ordinal);
    }

    private void WriteLines()
    {
        var vocabulary = VocabularyDefinition.Load();
        var graph = SeedFolder.Read(Csrgraph.Seeds, vocabulary).Graph!;
        Directory.CreateDirectory(csrgraph.At("lines"));
        Write("entities.ndjson", writer =>
        {
            foreach (var entity in graph.Entities) writer.Write(entity);
        });
        Write("documents.ndjson", writer =>
        {
            foreach (var document in graph.Documents) writer.Write(document.Record, document.Claims.Count(c => c.Claim.Type != "FIGURE"), 0);
        });
        Write("claims.ndjson", writer =>
        {
            foreach (var document in graph.Documents)
            {
                foreach (var said in document.Claims) writer.Write(document.Record.Id, said.Claim, said.Evidence);
            }
        });

        void Write(string name, Action<SeedLineWriter> lines)
        {
            using var file = File.Create(csrgraph.At("lines", name));
            using var writer = new SeedLineWriter(file, vocabulary);
            lines(writer);
        }
    }
}
