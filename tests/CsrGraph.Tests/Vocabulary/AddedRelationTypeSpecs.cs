using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Vocabulary;

public sealed class AddedRelationTypeSpecs
{
    [Fact]
    public void A_relation_type_added_to_a_copy_is_there_with_its_fields_and_qualifiers()
    {
        var copy = LikedVocabulary.Read();

        var liked = copy.RelationType("LIKED");
        Assert.Equal(("liked", "likedBy", true, false), (liked.Field, liked.InverseField, liked.IsRole, liked.IsState));
        Assert.Contains(copy.FieldsOf("PERSON"), field => field is { Field: "liked", Outgoing: true } && field.Type == liked);
        Assert.Contains(copy.FieldsOf("PLEDGE"), field => field is { Field: "likedBy", Outgoing: false } && field.Type == liked);
        Assert.DoesNotContain(copy.FieldsOf("REPORT"), field => field.Type == liked);
        Assert.Equal("degree", copy.QualifiersOf(liked)[^1].Name);
    }

    [Fact]
    public void The_vocabulary_that_is_built_in_does_not_change_with_it()
    {
        LikedVocabulary.Read();

        Assert.False(VocabularyDefinition.Load().TryRelationType("LIKED", out _));
    }

    [Fact]
    public void Interfaces_in_the_data_stand_for_a_kind_that_is_added()
    {
        var robot = new VocabularyFile(
            "Vocabulary/kinds/robots.yaml",
            """
            - id: ROBOT
              type: Robot
              interface: AGENT
              prefix: robot
              fields: [robot, robots]
              label: { zh: 机器人, en: robot }
              description: A machine that acts.
            """);
        var copy = VocabularyDefinition.Read([.. VocabularyDefinition.EmbeddedFiles(), robot]);

        Assert.Contains(copy.FieldsOf("ROBOT"), field => field.Field == "guided");
        Assert.Equal("ROBOT", copy.KindOfId("robot:r2d2")?.Id);
        Assert.Equal(KindDefinition.Document, copy.Kinds[^1].Id);
    }
}
