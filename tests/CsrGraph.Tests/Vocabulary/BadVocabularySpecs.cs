using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Vocabulary;

public sealed class BadVocabularySpecs
{
    private const string Path = "Vocabulary/relations/more.yaml";

    [Theory]
    [InlineData("id: LIKED", "id: SIGNED", 1, "the relation type \"SIGNED\" is taken: Vocabulary/relations/taking-part.yaml:")]
    [InlineData("id: LIKED", "id: liked", 1, "\"liked\" is misspelt; write capitals")]
    [InlineData("field: liked\n", "field: signed\n", 4, "the field of PERSON \"signed\" is taken: Vocabulary/relations/taking-part.yaml:")]
    [InlineData("inverseField: likedBy", "inverseField: signatories", 5, "the field of PLEDGE \"signatories\" is taken")]
    [InlineData("inverseField: likedBy", "inverseField: liked", 5, "the inverse field has the field's own name")]
    [InlineData("[PERSON]", "[PERSON, FIRM]", 2, "the kind \"FIRM\" is unknown; use one of ORGANISATION, ")]
    [InlineData("[PERSON]", "[]", 2, "the list names no kind")]
    [InlineData("[PERSON]", "PERSON", 2, "here stands \"PERSON\"; write a list")]
    [InlineData("  description: The person liked it.\n", "", 1, "the key \"description\" is missing")]
    [InlineData("description: The person liked it.", "description:", 9, "there is no value")]
    [InlineData("{ zh: 喜欢, en: liked }", "{ zh: 喜欢 }", 6, "the key \"en\" is missing")]
    [InlineData("{ zh: 喜欢, en: liked }", "{ zh: 喜欢, en: }", 6, "there is no value")]
    [InlineData("{ zh: 喜欢, en: liked }", "{ zh: 喜欢, en: liked, fr: aimé }", 6, "the key \"fr\" is unknown here; use one of zh, en")]
    [InlineData("{object}", "{it}", 8, "does not hold {object}")]
    [InlineData("roster: true", "rooster: true", 3, "the key \"rooster\" is unknown here; use one of id, ")]
    [InlineData("roster: true", "roster: yes", 3, "\"yes\" is neither true nor false")]
    [InlineData("roster: true", "id: LOVED", 3, "the key \"id\" stands twice")]
    [InlineData("terms: CERTAINTY", "terms: COLOUR", 13, "the list of terms \"COLOUR\" is unknown; use one of ")]
    [InlineData("type: term", "type: colour", 12, "the qualifier type \"colour\" is unknown")]
    [InlineData("name: degree", "name: title", 11, "the qualifier \"title\" is taken: Vocabulary/relations/qualifiers.yaml:")]
    [InlineData("subjects:", "subjects", 2, "this is not YAML")]
    public void A_mistake_in_a_relation_type_is_told_with_its_file_and_line(string right, string wrong, int line, string message)
    {
        var text = LikedVocabulary.Liked.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(LikedVocabulary.Liked, text);

        var problems = Problems(Path, text);

        Assert.Contains(problems, problem => problem.StartsWith($"{Path}:{line}:", StringComparison.Ordinal)
            && problem.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var text = LikedVocabulary.Liked
            .Replace("[PERSON]", "[FIRM]", StringComparison.Ordinal)
            .Replace("roster: true", "rooster: true", StringComparison.Ordinal)
            .Replace("terms: CERTAINTY", "terms: COLOUR", StringComparison.Ordinal);

        Assert.Equal(3, Problems(Path, text).Count);
    }

    [Theory]
    [InlineData("id: ROBOT", "id: PERSON", 1, "the kind \"PERSON\" is taken: Vocabulary/kinds/agents.yaml:")]
    [InlineData("type: Robot", "type: SpeechAct", 2, "the type name \"SpeechAct\" is taken")]
    [InlineData("prefix: robot", "prefix: org", 4, "the prefix \"org\" is taken: Vocabulary/kinds/agents.yaml:")]
    [InlineData("  prefix: robot\n", "", 1, "the key \"prefix\" is missing")]
    [InlineData("[robot, robots]", "[robot, people]", 5, "the root field \"people\" is taken: Vocabulary/kinds/agents.yaml:")]
    [InlineData("[robot, robots]", "[robot]", 5, "these are not two root fields")]
    [InlineData("interface: AGENT", "interface: AGNET", 3, "the interface \"AGNET\" is unknown")]
    public void A_mistake_in_a_kind_is_told_with_its_file_and_line(string right, string wrong, int line, string message)
    {
        const string Robot =
            """
            - id: ROBOT
              type: Robot
              interface: AGENT
              prefix: robot
              fields: [robot, robots]
              label: { zh: 机器人, en: robot }
              description: A machine that acts.

            """;
        const string KindPath = "Vocabulary/kinds/zz.yaml";
        Assert.Empty(Problems(KindPath, Robot));

        Assert.Contains(
            Problems(KindPath, Robot.Replace(right, wrong, StringComparison.Ordinal)),
            problem => problem.Contains(message, StringComparison.Ordinal)
                && (problem.StartsWith($"{KindPath}:{line}:", StringComparison.Ordinal) || problem.Contains($"{KindPath}:{line} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_term_that_stands_twice_is_told()
    {
        const string Colours =
            """
            - id: COLOUR
              type: Colour
              description: A colour.
              terms:
                - { id: RED, label: { zh: 红, en: red } }
                - { id: RED, label: { zh: 绯, en: scarlet } }
            """;

        Assert.Equal(
            ["Vocabulary/terms/zz.yaml:6:13: the term \"RED\" is taken: Vocabulary/terms/zz.yaml:5 has it; choose another"],
            Problems("Vocabulary/terms/zz.yaml", Colours));
    }

    [Theory]
    [InlineData("Vocabulary/colours/a.yaml", "the folder does not say what the file holds")]
    [InlineData("a.yaml", "the folder does not say what the file holds")]
    public void A_file_in_a_strange_place_is_told(string path, string message) =>
        Assert.Contains(message, Assert.Single(Problems(path, "- a: b")), StringComparison.Ordinal);

    [Fact]
    public void A_symmetric_type_has_the_same_kinds_at_both_ends()
    {
        var text = LikedVocabulary.Liked
            .Replace("  inverseField: likedBy\n", "", StringComparison.Ordinal)
            .Replace("  inverseLabel: { zh: 被喜欢, en: liked by }\n", "", StringComparison.Ordinal);

        Assert.Contains("its subjects and objects differ", Assert.Single(Problems(Path, text)), StringComparison.Ordinal);
        Assert.Empty(Problems(Path, text.Replace("[PLEDGE]", "[PERSON]", StringComparison.Ordinal)));
    }

    private static List<string> Problems(string path, string yaml)
    {
        try
        {
            VocabularyDefinition.Read([.. VocabularyDefinition.EmbeddedFiles(), new VocabularyFile(path, yaml)]);
            return [];
        }
        catch (VocabularyException exception)
        {
            Assert.All(exception.Problems, problem => Assert.Contains(problem.ToString(), exception.Message, StringComparison.Ordinal));
            return [.. exception.Problems.Select(problem => problem.ToString())];
        }
    }
}
