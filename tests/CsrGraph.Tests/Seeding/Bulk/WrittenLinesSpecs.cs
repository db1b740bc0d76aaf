using CsrGraph.Seeding;
using Xunit;

namespace CsrGraph.Tests.Seeding.Bulk;

public class WrittenLinesSpecs
{
    [Fact]
    public void The_seeds_read_the_same_from_lines_as_from_yaml()
    {
        var graph = SeedCopy.ReadWhole().Graph!;
        using var copy = new BulkCopy(BulkCopy.Of(graph));

        var reading = copy.Read(SharedFiles.Path("sources"));

        Assert.Empty(reading.Problems);
        Assert.Equal(Told(graph), Told(reading.Graph!));
    }

    [Fact]
    public void A_folder_may_hold_yaml_and_lines()
    {
        using var seeds = new MadeSeeds();
        File.WriteAllText(Path.Combine(seeds.Folder, BulkCopy.Entities), """{"id":"org:more","category":"MEDIA","names":["某某日报"]}""");
        File.WriteAllText(
            Path.Combine(seeds.Folder, BulkCopy.Documents),
            $$$"""{"id":"more","title":"又一报道","language":"zh-Hans","licence":"Made up.","sha256":"{{{new string('a', 64)}}}","assertions":{"claims":1,"entities":2}}""");
        File.WriteAllText(
            Path.Combine(seeds.Folder, BulkCopy.Claims), """{"document":"more","GUIDED":["org:more","event:ji"],"quote":"某某日报指导","span":"0-6"}""");

        var graph = seeds.Read(withSources: false).Graph!;

        Assert.Equal(["more", "report"], graph.Documents.Select(d => d.Record.Id.Value));
        Assert.Equal("GUIDED", Assert.Single(graph.Documents[0].Claims).Claim.Type);
        Assert.Equal(SeedFolder.Hash(seeds.Folder), graph.Hash);
    }

    private static IEnumerable<string> Told(SeedGraph graph) => graph.Entities
        .Select(e => $"{e.Id} {e.Kind} {e.Category} {string.Join(", ", e.Names)} {string.Join(", ", e.Formerly)}")
        .Concat(graph.Documents.SelectMany(d => d.Claims
            .Select(c => $"{c.Claim.Id} {string.Join(", ", c.Evidence)}").Prepend($"{d.Record.Id} {string.Join(", ", d.Record.Properties)} {d.Record.Name}")));
}
