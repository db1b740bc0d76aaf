using CsrGraph.Model;
using CsrGraph.Seeding;
using CsrGraph.Tests.Text;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Seeding;

public class RealSeedsCheckSpecs
{
    /// <summary>Rows of the facts table whose words no claim quotes, but a name: 74 says how the committee is called for short.</summary>
    private static readonly int[] QuotedByNames = [74];

    [Fact]
    public void The_seeds_pass_with_their_sources_at_hand() => Assert.Empty(SeedCopy.ReadWhole().Problems);

    [Fact]
    public void The_seeds_pass_without_their_sources() => Assert.Empty(SeedFolder.Read(SeedCopy.Folder, VocabularyDefinition.Load()).Problems);

    [Fact]
    public void Every_row_of_the_facts_table_is_overlapped_by_the_evidence_of_a_claim_or_else_of_a_name()
    {
        var graph = SeedCopy.ReadWhole().Graph!;
        var documents = graph.Documents.ToDictionary(d => d.Record.Properties[DocumentProperty.Sha256]!);
        var ofClaims = graph.Documents.SelectMany(d => d.Claims).SelectMany(c => c.Evidence).ToList();
        var ofNames = graph.Entities.SelectMany(e => e.Names).Select(n => n.Evidence).OfType<Evidence>().ToList();
        var rows = SeedTexts.Facts().ToList();

        Assert.Equal(192, rows.Count);
        Assert.Equal(QuotedByNames, rows.Where(row => !ofClaims.Exists(e => Overlaps(e, row))).Select(row => row.Number));
        Assert.All(rows.Where(row => QuotedByNames.Contains(row.Number)), row => Assert.Contains(ofNames, e => Overlaps(e, row)));

        bool Overlaps(Evidence evidence, FactRow row) =>
            evidence.Document == documents[Sha256(row.File)].Record.Id && evidence.Span?.Overlaps(new Span(row.Start, row.End)) == true;
    }

    [Fact]
    public void No_claim_quotes_what_stands_after_the_article()
    {
        // The copyright line and the share of the site are credits; everything else after an article belongs to other people.
        foreach (var document in SeedCopy.ReadWhole().Graph!.Documents)
        {
            var file = SeedTexts.All.Single(f => Sha256(f) == document.Record.Properties[DocumentProperty.Sha256]);
            var tail = SeedTexts.Read(file).TailStart;
            Assert.All(document.Claims.Where(c => c.Claim.Kind != ClaimKind.Credit).SelectMany(c => c.Evidence), e => Assert.True(e.Span is null || e.Span.Value.End <= tail, $"{file} {e.Span}"));
        }
    }

    private static string Sha256(string file) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(SharedFiles.Path("sources", file))));
}
