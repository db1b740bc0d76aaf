using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Vocabulary;

/// <summary>Clients are written against these names. The list is kept by hand, so that no edit of the data renames one unnoticed.</summary>
public sealed class FixedNamesSpecs
{
    private const string Roots =
        """
        organisation organisations · person people · group groups · event events · series allSeries · pledge pledges · report reports ·
        standard standards · programme programmes · csrCase csrCases · campaign campaigns · column columns · place places · document documents
        """;

    private const string Relations =
        """
        GUIDED guided guidedBy · HOSTED hosted hostedBy · UNDERTOOK undertook undertakenBy · CO_ORGANISED coOrganised coOrganisedBy ·
        SUPPORTED supported supportedBy · INITIATED initiated initiatedBy · LAUNCHED launched launchedBy · ATTENDED attended attendees ·
        SIGNED signed signatories · INVITED_TO_SIGN invitedToSign invitees · WITNESSED witnessed witnesses · COMPILED compiled compiledBy ·
        DRAFTED drafted draftedBy · REVISED revised revisedBy · ISSUED issued issuedBy · RELEASED released releasedBy · RAN ran runBy ·
        PARTNERED_IN partneredIn partners · IS_SUBJECT_OF subjectOf subjects · PRESENTED_CASE presentedCaseAt casePresenters ·
        SPOKE_AT spokeAt speakers · PART_OF partOf parts · PART_OF_INITIATIVE partOfInitiative subInitiatives · EDITION_OF editionOf editions ·
        RELEASED_AT releasedAt releases · PRESENTED_AT presentedAt presented · SUCCEEDED succeeded succeededBy ·
        SUPERVISES supervises supervisedBy · MEMBER_OF memberOf members · ESTABLISHED established establishedBy · BRAND_OF brandOf brands ·
        RENAMED_TO renamedTo renamedFrom · SAME_AS sameAs sameAs · SHARES_STAFF_WITH sharesStaffWith sharesStaffWith ·
        HOLDS_POSITION positions holders · HELD_IN heldIn venueOf · BASED_IN basedIn basedHere · ABOUT about aboutThis
        """;

    private readonly VocabularyDefinition vocabulary = VocabularyDefinition.Load();

    [Fact]
    public void The_root_fields_are_the_fixed_ones() =>
        Assert.Equal(Entries(Roots), vocabulary.Kinds.Select(kind => $"{kind.Singular} {kind.Plural}"));

    [Fact]
    public void The_relation_types_and_their_fields_are_the_fixed_ones() => Assert.Equal(
        Entries(Relations).Order(StringComparer.Ordinal),
        vocabulary.RelationTypes.Select(type => $"{type.Id} {type.Field} {type.InverseField}").Order(StringComparer.Ordinal));

    [Fact]
    public void The_types_are_the_fixed_ones() => Assert.Equal(
        [
            "Organisation", "Person", "Group", "Event", "EventSeries", "Pledge", "Report", "Standard", "Programme", "CsrCase", "Campaign",
            "Column", "Place", "Document",
        ],
        vocabulary.Kinds.Select(kind => kind.TypeName));

    [Theory]
    [InlineData("CATEGORY", "REGULATOR GOVERNMENT PARTY_ORGAN ASSOCIATION COMPANY UNIVERSITY RESEARCH_INSTITUTE MEDIA PLATFORM OTHER")]
    [InlineData("NAME_TYPE", "FULL SHORT FORMER TRANSLATION PINYIN NICKNAME DESCRIPTIVE AS_PRINTED")]
    [InlineData("SPEECH_ACT", "ADDRESS SPEECH REMARKS PRESENTATION COMMENTARY MODERATION READING")]
    [InlineData("POSITION_TYPE", "POST RANK CAPACITY")]
    [InlineData("POSITION_STATE", "CURRENT FORMER HONORARY UNKNOWN")]
    [InlineData("CERTAINTY", "CERTAIN UNCERTAIN")]
    [InlineData("IDENTITY_STATUS", "PROPOSED")]
    [InlineData("CREDIT_ROLE", "AUTHOR REPORTER BYLINE PUBLISHER ORIGINAL_PUBLISHER RIGHTS_HOLDER PHOTO")]
    [InlineData("ATTRIBUTE", "THEME PURPOSE PERIOD EDITION DATA_AS_OF ASPECT FULL_TEXT LIFE_STATE HELD STARTED ESTABLISHED ISSUED")]
    [InlineData("LIFE_STATE", "PLANNED DRAFTING UNDER_REVISION HELD ISSUED RUNNING ENDED")]
    [InlineData("ACTIVITY_STATUS", "DONE ONGOING PLANNED")]
    [InlineData("STATEMENT_TYPE", "ATTRIBUTE ACTIVITY FINDING QUOTATION")]
    [InlineData("GRADE", "VERBATIM ALIAS INFERRED")]
    [InlineData("COUNT_KIND", "EXACT AT_LEAST MORE_THAN ABOUT")]
    [InlineData("CLOSURE", "CLOSED OPEN UNKNOWN")]
    [InlineData("DATE_PRECISION", "YEAR MONTH DAY INTERVAL NONE")]
    [InlineData("TIME_OF_DAY", "MORNING AFTERNOON EVENING")]
    [InlineData("CLAIM_KIND", "RELATION FIGURE ROSTER STATEMENT CREDIT")]
    public void A_closed_list_has_its_fixed_terms(string list, string terms) =>
        Assert.Equal(terms.Split(' '), vocabulary.TermList(list).Terms.Select(term => term.Id));

    private static IEnumerable<string> Entries(string list) =>
        list.Split('·').Select(entry => string.Join(' ', entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
