using CsCheck;
using CsrGraph.Generation;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Generation;

public sealed class MadeFolderSpecs
{
    [Theory]
    [InlineData(Edition.First)]
    [InlineData(Edition.Corrected)]
    public void A_made_folder_has_no_problems_even_with_its_texts_at_hand(Edition edition)
    {
        using var made = new GeneratedFolder(1000, 3000, 7, edition);

        var reading = made.Read();

        Assert.Empty(reading.Problems);
        Assert.Equal(1000, reading.Graph!.Entities.Count);
        Assert.Equal(3000, reading.Graph.Documents.SelectMany(d => d.Claims).Select(c => c.Claim.Id).Distinct().Count());
        Assert.Equal(made.Writing.Lines, reading.Graph.Documents.Sum(d => d.Claims.Count));
    }

    [Fact]
    public void A_folder_of_any_size_and_seed_has_no_problems_and_as_many_claims_as_asked_for() =>
        Gen.Select(Gen.Int[100, 600], Gen.Int[100, 1500], Gen.Int).Sample(
            (entities, claims, seed) =>
            {
                using var made = new GeneratedFolder(entities, claims, seed);
                var reading = made.Read();
                Assert.Empty(reading.Problems);
                Assert.Equal(entities, reading.Graph!.Entities.Count);
                Assert.Equal(claims, reading.Graph.Documents.SelectMany(d => d.Claims).Select(c => c.Claim.Id).Distinct().Count());
            },
            iter: 12,
            threads: 1);

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_every_machine_and_another_seed_others()
    {
        // Whatever changes what a seed gives changes this hash; it is no accident then.
        const string OfSeed7 = "fa34a0739f3bf7472eadf6ef802f4ddfde901c9a3875a889aa674e3a91c34d5f";
        using var made = new GeneratedFolder(200, 800, 7);
        using var again = new GeneratedFolder(200, 800, 7);
        using var other = new GeneratedFolder(200, 800, 8);

        Assert.Equal(OfSeed7, made.Hash());
        Assert.Equal(OfSeed7, again.Hash());
        Assert.NotEqual(OfSeed7, other.Hash());
    }

    [Fact]
    public void A_folder_with_something_in_it_is_left_as_it_is()
    {
        using var made = new GeneratedFolder(100, 100, 1);
        var before = made.Hash();

        var sector = new MadeSector(new SectorSize(100, 100, 2));
        Assert.Throws<IOException>(
            () => MadeFolder.Write(sector, Edition.First, made.Seeds, null, VocabularyDefinition.Load(), CancellationToken.None));

        Assert.Equal(before, made.Hash());
    }
}
