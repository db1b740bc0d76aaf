using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Vocabulary;

public sealed class BuiltInVocabularySpecs
{
    private readonly VocabularyDefinition vocabulary = VocabularyDefinition.Load();

    [Fact]
    public void Every_kind_type_qualifier_and_term_has_its_name_in_both_languages()
    {
        List<(string Id, Label Label)> labels =
        [
            .. vocabulary.Kinds.Select(kind => (kind.Id, kind.Label)),
            .. vocabulary.RelationTypes.SelectMany(type => new[] { (type.Id, type.Label), (type.Id, type.InverseLabel), (type.Id, type.Sentence) }),
            .. Qualifiers.Select(qualifier => (qualifier.Name, qualifier.Label)),
            .. vocabulary.TermLists.SelectMany(list => list.Terms.Select(term => ($"{list.Id}.{term.Id}", term.Label))),
        ];

        Assert.All(labels, entry =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", entry.Label.Zh);
            Assert.Matches("[a-z]", entry.Label.En);
            Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", entry.Label.En);
        });
    }

    [Fact]
    public void Every_description_is_a_sentence()
    {
        var descriptions = vocabulary.Kinds.Select(kind => kind.Description)
            .Concat(vocabulary.RelationTypes.Select(type => type.Description))
            .Concat(Qualifiers.Select(qualifier => qualifier.Description))
            .Concat(vocabulary.TermLists.Select(list => list.Description));

        Assert.All(descriptions, description => Assert.Matches(@"^[A-Z].{10,}\.$", description));
    }

    [Fact]
    public void No_kind_has_one_field_twice() => Assert.All(vocabulary.Kinds, kind =>
    {
        var fields = vocabulary.FieldsOf(kind.Id).Select(field => field.Field).ToList();
        Assert.Equal(fields.Distinct(), fields);
    });

    [Fact]
    public void Documents_come_last_and_have_no_relations()
    {
        Assert.Equal(KindDefinition.Document, vocabulary.Kinds[^1].Id);
        Assert.DoesNotContain(vocabulary.EntityKinds, kind => kind.Id == KindDefinition.Document);
        Assert.Empty(vocabulary.FieldsOf(KindDefinition.Document));
    }

    [Fact]
    public void Interfaces_stand_for_their_kinds()
    {
        Assert.Equal(["ORGANISATION", "PERSON", "GROUP"], vocabulary.KindsOf("AGENT").Select(kind => kind.Id));
        Assert.Equal(
            ["EVENT", "EVENT_SERIES", "PLEDGE", "REPORT", "STANDARD", "PROGRAMME", "CSR_CASE", "CAMPAIGN", "COLUMN"],
            vocabulary.KindsOf("INITIATIVE").Select(kind => kind.Id));
        Assert.Equal(vocabulary.EntityKinds, vocabulary.KindsOf("ENTITY"));
        Assert.Equal(vocabulary.EntityKinds.Select(kind => kind.Id), vocabulary.RelationType("ABOUT").ObjectKinds);
    }

    [Theory]
    [InlineData("org:nrta", "ORGANISATION")]
    [InlineData("series:forum", "EVENT_SERIES")]
    [InlineData("case:a:b", "CSR_CASE")]
    [InlineData("people-cn-2024", "DOCUMENT")]
    [InlineData("firm:a", null)]
    [InlineData(":a", null)]
    public void The_prefix_of_an_id_says_the_kind(string id, string? kind) => Assert.Equal(kind, vocabulary.KindOfId(id)?.Id);

    [Fact]
    public void Only_sameAs_and_sharesStaffWith_are_symmetric_and_give_one_field()
    {
        Assert.Equal(["SHARES_STAFF_WITH", "SAME_AS"], vocabulary.RelationTypes.Where(type => type.IsSymmetric).Select(type => type.Id));
        var field = Assert.Single(vocabulary.FieldsOf("PERSON"), field => field.Type.Id == "SAME_AS");
        Assert.True(field.Outgoing);
    }

    [Fact]
    public void A_roster_counts_those_who_take_part_and_no_state()
    {
        Assert.DoesNotContain(vocabulary.RelationTypes, type => type.IsRole && type.IsState);
        Assert.True(vocabulary.RelationType("SIGNED").IsRole);
        Assert.True(vocabulary.RelationType("SPOKE_AT").IsRole);
        Assert.False(vocabulary.RelationType("RELEASED_AT").IsRole);
    }

    [Fact]
    public void A_speech_has_the_common_qualifiers_and_its_own()
    {
        var qualifiers = vocabulary.QualifiersOf(vocabulary.RelationType("SPOKE_AT"));

        Assert.Equal(["title", "onBehalfOf", "jointly", "certainty", "act", "topic"], qualifiers.Select(qualifier => qualifier.Name));
        Assert.Equal("SPEECH_ACT", Assert.Single(qualifiers, qualifier => qualifier.IsRequired).Terms);
    }

    [Fact]
    public void What_is_not_there_is_said_by_name()
    {
        Assert.False(vocabulary.TryKind("FIRM", out _));
        Assert.False(vocabulary.TryRelationType("LIKED", out _));
        Assert.False(vocabulary.TryTermList("COLOUR", out _));
        Assert.Contains("LIKED", Assert.Throws<KeyNotFoundException>(() => vocabulary.RelationType("LIKED")).Message, StringComparison.Ordinal);
    }

    private IEnumerable<QualifierDefinition> Qualifiers =>
        vocabulary.RelationQualifiers.Concat(vocabulary.RelationTypes.SelectMany(type => type.Qualifiers));
}
