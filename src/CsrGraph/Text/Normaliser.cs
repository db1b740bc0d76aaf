namespace CsrGraph.Text;

/// <summary>
/// Makes a scraped article readable and keeps the way back: full-width ASCII folded, GBK losses repaired where they are proven,
/// pinyin notes dropped, traditional characters simplified (OpenCC's tw2s). Line breaks and all other characters stay. A text in which
/// nothing is certainly traditional is not simplified, so that an author's 著 stays.
/// </summary>
public static class Normaliser
{
    /// <summary>Every round but the last changes the text; a page that was annotated twice takes three.</summary>
    private const int MaxRounds = 16;

    /// <summary>The text of <paramref name="raw"/>. Normalising a normalised text changes nothing.</summary>
    public static NormalisedText Normalise(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var passage = Passage.Of(raw);
        var repairs = new List<TextFlag>();
        var notes = 0;
        for (var round = 0; round < MaxRounds; round++)
        {
            var next = WidthFolding.Apply(passage);
            next = LossRepair.Apply(next, repairs);
            next = PinyinNotes.Remove(next, ref notes);
            next = Simplifier.IsTraditional(next.Text) ? Simplifier.Apply(next) : next;
            if (next.Text == passage.Text)
            {
                break;
            }

            passage = next;
        }

        return new NormalisedText(raw, passage, repairs, notes);
    }
}
