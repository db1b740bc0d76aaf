using CsrGraph.Text;
using Xunit;

namespace CsrGraph.Tests.Text;

public class SeedFactsReadBackSpecs
{
    [Fact]
    public void Every_span_of_the_facts_table_reads_as_its_evidence()
    {
        var texts = SeedTexts.All.ToDictionary(file => file, SeedTexts.Read);
        var facts = SeedTexts.Facts().ToList();

        Assert.Equal(192, facts.Count);
        Assert.Equal(
            facts.Select(fact => (fact.Number, fact.Evidence)),
            facts.Select(fact => (fact.Number, texts[fact.File].Read(fact.Start, fact.End))));
    }

    [Fact]
    public void Locating_the_evidence_of_a_fact_finds_the_very_span_of_the_table()
    {
        var texts = SeedTexts.All.ToDictionary(file => file, SeedTexts.Read);

        Assert.All(SeedTexts.Facts(), fact => Assert.Contains((fact.Start, fact.End), texts[fact.File].Locate(fact.Evidence)));
    }

    [Fact]
    public void A_name_in_its_printed_form_normalises_to_its_canonical_name()
    {
        var changed = SeedTexts.Names().Where(name => Normaliser.Normalise(name.Raw).Text != name.Raw).ToList();

        Assert.True(changed.Count >= 30);
        Assert.All(changed, name => Assert.Equal(name.Name, Normaliser.Normalise(name.Raw).Text));
    }
}
