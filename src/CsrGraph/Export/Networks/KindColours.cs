using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Networks;

/// <summary>A colour for each kind, the same in every export; agents, initiatives and places are apart for those who do not see all colours.</summary>
internal sealed class KindColours(VocabularyDefinition vocabulary)
{
    // Okabe and Ito's eight, then darker ones of the same hues.
    private static readonly (byte Red, byte Green, byte Blue)[] Palette =
    [
        (0, 114, 178), (213, 94, 0), (0, 158, 115), (230, 159, 0), (204, 121, 167), (86, 180, 233), (240, 228, 66), (90, 90, 90),
        (0, 70, 110), (140, 60, 0), (0, 95, 70), (150, 100, 0), (130, 70, 105),
    ];

    private readonly Dictionary<string, int> numbers = vocabulary.EntityKinds.Select((k, i) => (k.Id, i)).ToDictionary(k => k.Id, k => k.i, StringComparer.Ordinal);

    /// <summary>The colour of a kind.</summary>
    public (byte Red, byte Green, byte Blue) Of(string kind) => OfNumber(numbers[kind]);

    /// <summary>A colour for what is numbered; after thirteen they begin again.</summary>
    public static (byte Red, byte Green, byte Blue) OfNumber(int number) => Palette[number % Palette.Length];
}
