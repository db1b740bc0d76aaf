using CsrGraph.Model;
using CsrGraph.Seeding;
using Xunit;

namespace CsrGraph.Tests.Seeding;

public sealed class GoodSeedsSpecs : IDisposable
{
    private readonly MadeSeeds seeds = new();

    public void Dispose() => seeds.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_good_folder_has_no_problems_and_a_graph(bool withSources)
    {
        var reading = seeds.Read(withSources);

        Assert.Empty(reading.Problems);
        Assert.Equal(9, reading.Graph!.Entities.Count);
        Assert.Equal(11, Assert.Single(reading.Graph.Documents).Claims.Count);
    }

    [Fact]
    public void A_quote_with_a_full_name_is_verbatim_and_with_another_name_an_alias_matchable_or_not()
    {
        Assert.Equal(Grade.Verbatim, Evidence("SIGNED", "org:jia").Grade);
        Assert.Equal(Grade.Alias, Evidence("SIGNED", "org:bing").Grade);
        Assert.Equal(Grade.Alias, Evidence("HELD_IN", "event:ji").Grade);
    }

    [Fact]
    public void A_curator_may_lower_a_grade()
    {
        seeds.With(MadeSeeds.Claims, "quote: 甲公司, span: 10-13", "quote: 甲公司, span: 10-13, grade: INFERRED, note: Read so.");
        var evidence = Evidence("SIGNED", "org:jia");
        Assert.Equal((Grade.Inferred, "Read so."), (evidence.Grade, evidence.Note));
    }

    [Fact]
    public void A_note_and_a_grade_beside_several_pieces_hold_for_each_that_has_none()
    {
        seeds.And("- { SIGNED: [org:wu, pledge:ding], grade: INFERRED, note: Both., evidence: [{ quote: 再签, span: 90-92 }, { quote: 共同签署, span: 32-36, note: Own. }] }");
        var evidence = Claim("SIGNED", "org:wu").Evidence;
        Assert.Equal(["Both.", "Own."], evidence.Select(e => e.Note));
        Assert.All(evidence, e => Assert.Equal(Grade.Inferred, e.Grade));
    }

    [Fact]
    public void A_claim_names_its_roster_by_the_rosters_claim_id()
    {
        var roster = Claim("SIGNED", "pledge:ding");
        Assert.Equal(ClaimKind.Roster, roster.Claim.Kind);
        Assert.Equal(roster.Claim.Id, Evidence("SIGNED", "org:jia").Roster);
    }

    [Fact]
    public void Both_orders_of_a_symmetric_relation_are_one_claim_and_a_note_bears_a_proposed_identity()
    {
        seeds.And("- { SAME_AS: [org:yi, org:jia], status: PROPOSED, note: They look alike. }");
        var claim = Claim("SAME_AS", "org:jia");
        Assert.Equal("org:yi", claim.Claim.Object!.Value.Value);
        Assert.Equal((null, "They look alike."), (claim.Evidence[0].Quote, claim.Evidence[0].Note));

        seeds.And("- { SAME_AS: [org:jia, org:yi], status: PROPOSED, note: Again. }");
        Assert.Contains("the same claim stands in line", Assert.Single(seeds.Read().Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Uncertain_is_kept_and_certain_is_left_out()
    {
        seeds.With(MadeSeeds.Claims, "verb: 表示, text: 要守信,", "verb: 表示, text: 要守信, certainty: UNCERTAIN, note: Open.,");
        seeds.With(MadeSeeds.Claims, "HOSTED: [org:wu, event:ji],", "HOSTED: [org:wu, event:ji], certainty: CERTAIN,");
        Assert.Equal("UNCERTAIN", Claim("QUOTATION", "person:geng-xin").Claim.Qualifiers[QualifierName.Certainty]);
        Assert.Null(Claim("HOSTED", "org:wu").Claim.Qualifiers[QualifierName.Certainty]);
    }

    [Fact]
    public void A_document_carries_its_metadata_and_an_entity_its_names_with_their_words()
    {
        var graph = seeds.Read().Graph!;
        var record = graph.Documents[0].Record;
        Assert.Equal(("report", "DOCUMENT", "丁倡议报道", "2024-05-06"), (record.Id.Value, record.Kind, record.Name, record.Date!.Date));
        Assert.Equal("org:wu", record.Properties[DocumentProperty.Publisher]);
        var wu = graph.Entities.Single(e => e.Id.Value == "org:wu");
        Assert.Equal(("org:wu-old", "戊协会"), (wu.Formerly[0].Value, wu.Names[0].Evidence!.Quote));
    }

    [Fact]
    public void A_missing_span_is_found_where_the_text_is_at_hand()
    {
        seeds.With(MadeSeeds.Claims, "quote: 乙公司, span: 14-17", "quote: 乙公司");
        Assert.Equal(new Span(14, 17), Evidence("SIGNED", "org:yi").Span);
        Assert.Contains("--write-spans", Assert.Single(seeds.Read(withSources: false).Problems).ToDo, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_follows_names_and_bytes_and_nothing_else()
    {
        var hash = seeds.Read().Graph!.Hash;
        Assert.Equal(hash, seeds.Read(withSources: false).Graph!.Hash);
        Assert.Equal(hash, SeedFolder.Hash(seeds.Folder));
        seeds.Write("README.md", "Not a seed.");
        Assert.Equal(hash, seeds.Read().Graph!.Hash);
        seeds.Write(MadeSeeds.Claims, "# a comment\n" + seeds[MadeSeeds.Claims]);
        Assert.NotEqual(hash, seeds.Read().Graph!.Hash);
    }

    [Fact]
    public void A_roster_may_name_more_than_it_states_where_it_says_why()
    {
        seeds.With(MadeSeeds.Claims, "{ min: 5, max: 5, kind: EXACT }", "{ min: 2 }");
        Assert.Contains("names 3 and states 2", Assert.Single(seeds.Read().Problems).What, StringComparison.Ordinal);
        seeds.With(MadeSeeds.Claims, "closure: OPEN", "closure: OPEN\n  exceeds: Printed so.");
        Assert.Equal("Printed so.", Claim("SIGNED", "pledge:ding").Evidence[0].Note);
    }

    private SeedClaim Claim(string type, string subject)
    {
        var reading = seeds.Read();
        Assert.Empty(reading.Problems);
        return reading.Graph!.Documents[0].Claims.Single(c => c.Claim.Type == type && c.Claim.Subject.Value == subject);
    }

    private Evidence Evidence(string type, string subject) => Claim(type, subject).Evidence[0];
}
