using CsrGraph.Vocabulary;

namespace CsrGraph.Tests.Vocabulary;

/// <summary>A copy of the vocabulary with one relation type more, LIKED, so that tests can see what follows from the data alone.</summary>
internal static class LikedVocabulary
{
    public const string Liked =
        """
        - id: LIKED
          subjects: [PERSON]
          roster: true
          field: liked
          inverseField: likedBy
          label: { zh: 喜欢, en: liked }
          inverseLabel: { zh: 被喜欢, en: liked by }
          sentence: { zh: "{subject}喜欢{object}", en: "{subject} liked {object}" }
          description: The person liked it.
          qualifiers:
            - name: degree
              type: term
              terms: CERTAINTY
              label: { zh: 程度, en: degree }
              description: How much.
          objects: [PLEDGE]

        """;

    public static VocabularyDefinition Read() =>
        VocabularyDefinition.Read([.. VocabularyDefinition.EmbeddedFiles(), new VocabularyFile("Vocabulary/relations/liked.yaml", Liked)]);
}
