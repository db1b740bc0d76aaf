using Xunit;

namespace CsrGraph.Tests.Seeding;

/// <summary>One thing is broken in a good folder; the one problem names its place and says what is wrong.</summary>
public class BadSeedsSpecs
{
    private const string E = MadeSeeds.Entities;
    private const string D = MadeSeeds.Document;
    private const string C = MadeSeeds.Claims;

    /// <summary>File, what is replaced, by what, the problem's line in that file, and a part of its message.</summary>
    public static TheoryData<string, string, string, int, string> Breakages => new()
    {
        // Entities
        { E, "id: org:jia,", "id: org/jia,", 1, "'org/jia' is not an id" },
        { E, "id: org:jia,", "id: firm:jia,", 1, "no kind has the prefix of 'firm:jia'" },
        { E, "id: org:jia,", "id: jia,", 1, "'jia' has no prefix" },
        { E, "id: org:yi,", "id: org:jia,", 2, "the id org:jia is taken: it stands in entities/all.yaml:1" },
        { E, "id: org:jia,", "id: org:jib,", 1, "nothing uses org:jib, while documents/report/claims.yaml:9 uses org:jia" },
        { E, "formerly: [org:wu-old]", "formerly: [org:wu-old, org:wu-old]", 6, "redirects already" },
        { E, "formerly: [org:wu-old]", "formerly: [org:jia]", 6, "the former id org:jia is in use" },
        { E, "category: COMPANY, names: [甲公司]", "category: FIRM, names: [甲公司]", 1, "'FIRM' is no CATEGORY" },
        { E, "category: COMPANY, names: [甲公司]", "names: [甲公司]", 1, "the key \"category\" is missing" },
        { E, "names: [庚辛]", "category: COMPANY, names: [庚辛]", 10, "a PERSON has no category" },
        { E, "names: [报告]", "names: [报告, 报告]", 14, "the name '报告' stands twice" },
        { E, "names: [己大会]", "names: [己大会], colour: red", 12, "the key \"colour\" is unknown here" },
        { E, "names: [己大会]", "names: [己大会, { text: 大会, type: LONG }]", 12, "'LONG' is no NAME_TYPE" },
        { E, "names: [己大会]", "names: [己大会, { text: Ji, language: english language }]", 12, "is no language tag" },
        { E, "document: report", "document: reports", 9, "there is no document reports" },
        { E, "span: 46-54", "span: 46-53", 9, "the span 46-53 reads '戊协', not '戊协会'" },
        { E, "- text: 戊协会", "- text: 戊大协会", 9, "does not hold the name '戊大协会'" },

        // Documents
        { D, "title: 丁倡议报道", "title: " + "丁倡议报道丁倡议报道丁倡议报道丁倡议报道丁倡议报道丁倡议报道丁倡议报道丁倡议报道丁倡议报道丁倡议报", 1, "the title has 49 characters, more than 48" },
        { D, "publisher: org:wu", "publisher: event:ji", 3, "event:ji is of the kind EVENT, which cannot be 'publisher'" },
        { D, "published: 2024-05-06", "published: 2024-13-06", 4, "'2024-13-06' is an impossible date" },
        { D, "published: 2024-05-06", "published: { text: 5月6日, date: 2024-05-06 }", 4, "prints no year, and nothing says how" },
        { D, "published: 2024-05-06", "published: { text: 5月6日, date: 2024-05-07, inferred: so }", 4, "is not the day that '5月6日' prints" },
        { D, "published: 2024-05-06", "published: 2025/2024", 4, "the interval '2025/2024' is reversed" },
        { D, "retrieved: 2024-05-07", "retrieved: 2024-05-05", 5, "before the text was published" },
        { D, "retrieved: 2024-05-07", "retrieved: yesterday", 5, "'yesterday' is no day" },
        { D, "licence: Made up for a test.\n", "", 1, "the key \"licence\" is missing" },
        { D, "sha256: ", "sha256: X", 7, "is no SHA-256" },
        { D, "licence: ", "copiedFrom: other\nlicence: ", 6, "there is no document other" },
        { D, "licence: ", "url: example.org\nlicence: ", 6, "'example.org' is no address" },
        { D, "claims: 11", "claims: 12", 8, "at least 12 claims are asserted, and there are 11" },
        { D, "entities: 7", "entities: 10", 8, "at least 10 entities that its claims name are asserted, and there are" },
        { D, "assertions: { claims: 11, entities: 7 }", "", 1, "the key \"assertions\" is missing" },

        // Claims: types, ends and ids
        { C, "{ HOSTED:", "{ HOSTET:", 12, "no claim is of the type 'HOSTET'; write HOSTED" },
        { C, "HOSTED: [org:wu, event:ji]", "HOSTED: [org:wx, event:ji]", 12, "org:wx is unknown; write org:wu" },
        { C, "HOSTED: [org:wu, event:ji]", "HOSTED: [org:wu-old, event:ji]", 12, "org:wu-old was merged into org:wu" },
        { C, "HOSTED: [org:wu, event:ji]", "HOSTED: [event:ji, org:wu]", 12, "change the two ends' places" },
        { C, "HELD_IN: [event:ji, place:beijing]", "PART_OF: [event:ji, pledge:ding]", 25, "write PART_OF_INITIATIVE" },
        { C, "HOSTED: [org:wu, event:ji]", "HOSTED: [org:wu]", 12, "HOSTED has 1 ends" },
        { C, "HOSTED: [org:wu, event:ji]", "PART_OF: [org:wu, org:wu]", 12, "both ends are the same" },
        { C, "CREDIT: PHOTO", "CREDIT: POET", 26, "'POET' is no CREDIT_ROLE" },
        { C, "CREDIT: PHOTO, printed: 戊协会", "CREDIT: PHOTO", 26, "the credit names nobody" },
        { C, "attribute: HELD", "attribute: HELT", 14, "'HELT' is no ATTRIBUTE" },
        { C, "QUOTATION: \"person:geng-xin\"", "QUOTATION: event:ji", 23, "which cannot be a speaker" },
        { C, "state: CURRENT", "state: UNCERTAIN", 20, "'UNCERTAIN' is no POSITION_STATE" },
        { C, "state: CURRENT", "stat: CURRENT", 20, "the key \"stat\" is unknown here" },

        // Claims: words
        { C, ", quote: 己大会由戊协会主办, span: 42-56", "", 12, "the claim has no evidence" },
        { C, "quote: 己大会由戊协会主办, ", "", 12, "the span stands without its quote" },
        { C, "quote: 己大会由戊协会主办", "quote: 己大会由戊协会主办己大会由戊协会主办己大会由戊协会", 12, "the quote has 25 characters, more than 24" },
        { C, "quote: 己大会由戊协会主办, span: 42-56", "quote: 要守信, span: 68-71", 12, "holds by no registered name org:wu (戊协会) nor event:ji (己大会)" },
        { C, "quote: 己大会由戊协会主办, span: 42-56", "quote: 要守信, span: 68-71, grade: INFERRED", 12, "INFERRED needs a note" },
        { C, "quote: 己大会由戊协会主办, ", "quote: 己大会由戊协会主办, grade: VERBATIM, ", 12, "the grade is 'VERBATIM'" },
        { C, "HOSTED: [org:wu, event:ji], ", "HOSTED: [org:wu, event:ji], certainty: UNCERTAIN, ", 12, "UNCERTAIN needs a note" },
        { C, "quote: 己大会由戊协会主办", "quote: 己大会有戊协会主办", 12, "reads '己大会由戊协会主办', not '己大会有戊协会主办'" },
        { C, "span: 21-30", "span: 21-28", 8, "begins or ends inside a note" },
        { C, "span: 42-56", "span: 43-56", 12, "the span 43-56 reads" },
        { C, "span: 42-56", "span: 56-42", 12, "the span 56-42 is empty, reversed" },
        { C, "span: 42-56", "span: 42-560", 12, "ends beyond the text" },
        { C, "span: 42-56", "span: 42", 12, "'42' is not a span" },
        { C, "quote: 甲公司, span: 10-13", "quote: 甲公司", 9, "the quote '甲公司' stands 3 times, at 10-13, 58-61, 87-90" },
        { C, "quote: 甲公司, span: 10-13", "quote: 甲公司, nth: 4", 9, "and nth is 4" },
        { C, "printed: 10.92亿人", "printed: 10.92亿人次", 24, "the text does not print the number" },
        { C, "printed: 10.92亿人", "printed: 甲公司", 24, "'甲公司' is not a printed quantity" },
        { C, "quote: 网民达10.92亿人, span: 76-86", "quote: 网民达, span: 76-79", 24, "does not hold the printed number" },
        { C, "text: 要守信", "text: 要守約", 23, "the text does not print the text" },
        { C, "text: 要守信", "text: 甲公司再", 23, "does not hold the text" },
        { C, "quote: 2024年5月6日\n  span: 0-9", "quote: 甲公司\n  span: 10-13", 16, "does not hold the date" },
        { C, "date: 2024-05-06", "date: 2024-02-30", 15, "an impossible date" },
        { C, "title: 经理", "title: 总经理", 19, "the text does not print the title" },
        { C, "text: 要守信", "text: 要守信要守信要守信要守信要守信要守信要守信要守信要", 23, "the text has 25 characters, more than 24" },
        { C, "text: 要守信", "paraphrase: true, text: '等5家企业在京共同签署《丁倡议》,己大会由戊协会主办'", 23, "more than 24 characters are copied" },

        // Claims: rosters
        { C, "key: signed-5", "key: signed-6", 9, "no roster of this file has the key 'signed-5'" },
        { C, "min: 5, max: 5", "min: 2, max: 2", 2, "the roster names 3 and states 2" },
        { C, "closure: OPEN", "closure: CLOSED", 2, "closure is CLOSED, all are named, and of 5 there are 3" },
        { C, "closure: OPEN", "closure: UNKNOWN", 2, "closure is UNKNOWN, none is named, and 3 are" },
        { C, "closure: OPEN", "closure: OPEN\n  exceeds: so", 2, "'exceeds' stands, yet the roster names 3 and states 5" },
        { C, "min: 5, max: 5", "min: 5, max: 4", 4, "the greatest number 4 is below the least" },
        { C, "min: 5, max: 5", "min: 5, max: 6", 4, "EXACT has one number" },
        { C, "ROSTER: [pledge:ding, SIGNED]", "ROSTER: [pledge:ding, PART_OF]", 1, "is no role that a roster counts" },
        { C, "HOSTED: [org:wu, event:ji]", "HOSTED: [org:wu, event:ji], roster: signed-5", 12, "counts who SIGNED pledge:ding, which this claim does not say" },
        { C, "raw: 等5家企业", "raw: 等6家企业", 3, "the text does not print the raw text" },

        // YAML
        { C, "- { HOSTED:", "- { HOSTED", 12, "this is not YAML" },
        { C, "closure: OPEN", "closure: OPEN\n  closure: OPEN", 7, "the key \"closure\" stands twice" },
        { E, "names: [报告]", "names: &a [报告]", 14, "anchors and tags are not read here" },
        { E, "names: [报告]", "names: *a", 14, "aliases are not read here" },
    };

    [Theory]
    [MemberData(nameof(Breakages))]
    public void A_breakage_is_reported_at_its_place(string file, string old, string changed, int line, string message)
    {
        using var seeds = new MadeSeeds();
        var reading = seeds.With(file, old, changed).Read();

        Assert.Null(reading.Graph);
        Assert.True(
            reading.Problems.Any(p => p.File == file && p.Line == line && p.ToString().Contains(message, StringComparison.Ordinal)),
            "the problems are:\n" + string.Join("\n", reading.Problems));
        Assert.All(reading.Problems, p => Assert.False(string.IsNullOrWhiteSpace(p.ToDo)));
    }

    [Fact]
    public void A_breakage_mends_itself_when_it_is_undone_so_every_row_above_breaks_what_it_says()
    {
        using var seeds = new MadeSeeds();
        Assert.NotNull(seeds.Read().Graph);
    }

    [Fact]
    public void The_same_claim_twice_in_a_document_names_the_first_line()
    {
        using var seeds = new MadeSeeds();
        seeds.And("- { HOSTED: [org:wu, event:ji], quote: 戊协会, span: 46-54 }");
        Assert.Contains("the same claim stands in line 12", Assert.Single(seeds.Read().Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_claim_does_not_hide_a_wrong_roster_key_and_a_broken_roster_does_not_make_its_members_wrong()
    {
        using var hidden = new MadeSeeds();
        hidden.With(C, "[org:jia, pledge:ding], roster: signed-5", "[org:jia, pledge:ding], roster: signed-7").With(C, "span: 42-56", "span: 43-56");
        Assert.Equal([9, 12], hidden.Read().Problems.Select(p => p.Line));

        using var made = new MadeSeeds();
        made.With(C, "closure: OPEN", "closure: AJAR");
        Assert.Equal(6, Assert.Single(made.Read().Problems).Line);
    }

    [Fact]
    public void A_post_that_ends_before_it_begins_is_refused()
    {
        using var seeds = new MadeSeeds();
        seeds.With(C, "state: CURRENT", "state: CURRENT\n  from: { date: 2020, inferred: so }\n  until: { date: 2019, inferred: so }");
        Assert.Contains("it ends before it begins", Assert.Single(seeds.Read().Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_come_at_once_by_file_line_and_column()
    {
        using var seeds = new MadeSeeds();
        seeds.With(C, "span: 42-56", "span: 43-56").With(C, "[org:jia, pledge:ding]", "[org:jia, pledge:dong]").With(E, "type: SHORT, matchable", "type: TINY, matchable").With(D, "claims: 11", "claims: x");
        var places = seeds.Read().Problems.Select(p => (p.File, p.Line)).ToList();

        Assert.Equal([(C, 9), (C, 12), (D, 8), (E, 13)], places);
    }

    [Fact]
    public void A_claim_of_an_unused_entity_is_not_asked_for()
    {
        using var seeds = new MadeSeeds();
        seeds.With(E, "- { id: org:jia", "- { id: org:nobody, category: OTHER, names: [无人] }\n- { id: org:jia");
        Assert.Empty(seeds.Read().Problems);
    }
}
