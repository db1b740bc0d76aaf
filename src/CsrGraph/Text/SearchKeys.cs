namespace CsrGraph.Text;

/// <summary>The keys under which a store finds a name. All are made from its <see cref="Folding.Fold">folded</see> form.</summary>
/// <param name="Folded">The folded name, for exact and prefix matches.</param>
/// <param name="Bigrams">
/// Words for a full-text index, separated by spaces: every pair of neighbours of each Han run and then the run's last character
/// alone; runs of digits and of other letters whole. 360集团 is "360 集团 团".
/// </param>
/// <param name="Pinyin">Its readings without tones or spaces, the likeliest first; at least one, at most eight, without repeats.</param>
/// <param name="Initials">The first letters of those readings' syllables, letters and digits whole; without repeats.</param>
public sealed record SearchKeys(string Folded, string Bigrams, IReadOnlyList<string> Pinyin, IReadOnlyList<string> Initials)
{
    /// <summary>The keys of <paramref name="name"/>.</summary>
    public static SearchKeys Of(string name)
    {
        var folded = Folding.Fold(name);
        var readings = ReadingVariants.Of(ReadingUnits.Of(folded));
        return new SearchKeys(
            folded,
            string.Join(' ', SearchWords.Of(folded).SelectMany(Words)),
            [.. readings.Select(reading => string.Concat(reading.Select(pair => pair.Reading))).Distinct()],
            [.. readings.Select(reading => string.Concat(reading.Select(pair => pair.Unit.Initial(pair.Reading)))).Distinct()]);
    }

    /// <summary>
    /// The words that a name must hold to hold <paramref name="folded"/>, one right after the other as <see cref="Bigrams"/> has them.
    /// A last word that is one Han character, or letters or digits, is asked for as a prefix. Letters and digits match from the
    /// beginning of their run only: 集, 集团 and 36 find 360集团, 60 does not. None for an empty query.
    /// </summary>
    public static IReadOnlyList<QueryWord> BigramQuery(string folded)
    {
        var runs = SearchWords.Of(folded).ToList();
        var words = runs.SkipLast(1).SelectMany(Words).Select(word => new QueryWord(word, false));
        return [.. words, .. runs.TakeLast(1).SelectMany(LastWords)];
    }

    private static IEnumerable<QueryWord> LastWords((string Word, bool IsHan) run)
    {
        var words = Words(run).ToList();
        return words.Count == 1 ? [new QueryWord(words[0], true)] : words.SkipLast(1).Select(word => new QueryWord(word, false));
    }

    private static IEnumerable<string> Words((string Word, bool IsHan) run)
    {
        if (!run.IsHan)
        {
            return [run.Word];
        }

        var characters = run.Word.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        return characters.Zip(characters.Skip(1), string.Concat).Append(characters[^1]);
    }
}

/// <summary>A word to ask a full-text index for.</summary>
/// <param name="Text">The word, or its beginning.</param>
/// <param name="IsPrefix">Whether words that only begin so match too.</param>
public readonly record struct QueryWord(string Text, bool IsPrefix);
