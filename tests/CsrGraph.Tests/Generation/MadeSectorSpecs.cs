using CsrGraph.Generation;
using CsrGraph.Model;
using CsrGraph.Seeding;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Generation;

public sealed class MadeSectorSpecs
{
    private static readonly MadeSector Sector = new(new SectorSize(3000, 20_000, 11));
    private static readonly List<MadeDocument> Documents = [.. Sector.Documents()];
    private static readonly List<SeedClaim> Said = [.. Documents.SelectMany(d => d.Seed.Claims)];
    private static readonly List<Claim> Claims = [.. Said.Select(c => c.Claim).DistinctBy(c => c.Id)];

    [Fact]
    public void Every_document_says_that_it_is_made_up_in_its_title_its_licence_and_its_text() => Assert.All(Documents, document =>
    {
        Assert.StartsWith("虚构", document.Seed.Record.Name, StringComparison.Ordinal);
        Assert.Contains("Made up", document.Seed.Record.Properties[DocumentProperty.Licence], StringComparison.Ordinal);
        Assert.Contains("纯属虚构", document.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_kind_of_the_vocabulary_and_every_category_is_there()
    {
        var vocabulary = VocabularyDefinition.Load();
        var entities = Sector.Entities().ToList();

        Assert.Equal(3000, entities.DistinctBy(e => e.Id).Count());
        Assert.Equal(
            vocabulary.EntityKinds.Select(k => k.Id).Order(StringComparer.Ordinal), entities.Select(e => e.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            vocabulary.TermList("CATEGORY").Terms.Select(t => t.Id).Order(StringComparer.Ordinal),
            entities.Select(e => e.Category).OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_few_organisations_are_hubs_and_most_are_a_long_tail()
    {
        var degrees = Claims.Where(c => c.Kind == ClaimKind.Relation).SelectMany(c => new[] { c.Subject, c.Object!.Value })
            .Where(end => end.Value.StartsWith("org:", StringComparison.Ordinal)).CountBy(end => end).Select(d => d.Value).OrderDescending().ToList();

        Assert.True(degrees[0] > 100, $"the greatest hub has {degrees[0]} relations");
        Assert.InRange(degrees[degrees.Count / 2], 1, degrees[0] / 20);
    }

    [Fact]
    public void Series_have_several_editions()
    {
        var editions = Claims.Where(c => c.Type == "EDITION_OF").CountBy(c => c.Object!.Value).Select(e => e.Value).ToList();

        Assert.True(editions.Max() > 3);
        Assert.Contains(1, editions);
    }

    [Fact]
    public void Rosters_are_partly_named_wholly_named_and_not_named()
    {
        var named = Said.Where(c => c.Evidence[0].Roster is not null).GroupBy(c => c.Evidence[0].Roster!.Value)
            .ToDictionary(g => g.Key, g => g.Select(c => c.Claim.Subject).Distinct().Count());
        var rosters = Claims.Where(c => c.Kind == ClaimKind.Roster).Select(c => (Roster: Roster.Of(c), Named: named.GetValueOrDefault(c.Id)))
            .ToList();

        Assert.Contains(rosters, r => r.Roster.Closure == "OPEN" && r.Roster.Stated!.Kind == "EXACT" && r.Named > 0 && r.Named < r.Roster.Stated.Min);
        Assert.Contains(rosters, r => r.Roster.Closure == "OPEN" && r.Roster.Stated is { Kind: "MORE_THAN", Max: null });
        Assert.Contains(rosters, r => r.Roster.Closure == "CLOSED" && r.Named == r.Roster.Stated!.Min);
        Assert.Contains(rosters, r => r.Roster.Closure == "UNKNOWN" && r.Named == 0);
    }

    [Fact]
    public void Some_sources_contradict_each_other_in_a_day_in_a_count_and_in_a_number()
    {
        var days = Claims.Where(c => c.Qualifiers[QualifierName.Attribute] == "HELD").GroupBy(c => c.Subject);
        var counts = Claims.Where(c => c is { Kind: ClaimKind.Roster, Type: "SIGNED" } && c.Qualifiers[QualifierName.Closure] == "OPEN")
            .GroupBy(c => c.Subject);
        var numbers = Claims.Where(c => c.Kind == ClaimKind.Figure).GroupBy(c => (c.Subject, c.Qualifiers[QualifierName.Measure]));

        Assert.Contains(days, d => d.Select(c => c.When!.Date).Where(date => date!.Length == 10).Distinct().Count() == 2);
        Assert.Contains(counts, c => c.Select(r => r.Qualifiers[QualifierName.Min]).Distinct().Count() == 2);
        Assert.Contains(numbers, n => n.Select(f => f.Qualifiers[QualifierName.Printed]).Distinct().Count() > 1);
    }

    [Fact]
    public void Posts_have_every_state_and_some_say_since_or_until_when()
    {
        var posts = Claims.Where(c => c.Type == "HOLDS_POSITION").Select(c => c.Qualifiers).ToList();

        Assert.Equal(["CURRENT", "FORMER", "HONORARY", "UNKNOWN"], posts.Select(q => q[QualifierName.State]).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(posts, q => q[QualifierName.From] is not null);
        Assert.Contains(posts, q => q[QualifierName.Until] is not null);
    }

    [Fact]
    public void Some_claims_are_borne_by_two_sources_and_some_sources_are_copies()
    {
        Assert.Contains(Said.GroupBy(c => c.Claim.Id), c => c.Count() == 2);
        Assert.Contains(Documents, d => d.Seed.Record.Properties[DocumentProperty.CopiedFrom] is not null);
    }

    [Fact]
    public void Every_span_reads_as_its_quote_in_the_document_s_own_text() => Assert.All(
        Documents.SelectMany(d => d.Seed.Claims.SelectMany(c => c.Evidence).Select(e => (d.Text, e.Quote, e.Span))).Where(e => e.Span is not null)
            .Select(e => (e.Text, e.Quote, Span: e.Span!.Value)),
        piece => Assert.Equal(piece.Quote, piece.Text[piece.Span.Start..piece.Span.End]));

    [Theory]
    [InlineData(99, 1000)]
    [InlineData(SectorSize.MostEntities + 1, 1000)]
    [InlineData(1000, 99)]
    [InlineData(1000, -1)]
    [InlineData(1000, 200_001)]
    public void A_size_out_of_bounds_is_refused(int entities, int claims) => Assert.Throws<ArgumentException>(() => new SectorSize(entities, claims, 1));
}
