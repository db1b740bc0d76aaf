namespace CsrGraph.Text;

/// <summary>
/// A document as it is read: cleaned and simplified, with the way back to the file. Raw places are UTF-16 units of
/// <see cref="Raw"/>. A character's raw range includes the pinyin note that followed it, so consecutive ranges touch.
/// </summary>
public sealed class NormalisedText
{
    private readonly Passage passage;

    internal NormalisedText(string raw, Passage passage, IEnumerable<TextFlag> repairs, int removedNotes)
    {
        (Raw, this.passage, RemovedNotes) = (raw, passage, removedNotes);
        Flags = [.. repairs.Concat(UnprovenLosses.Find(this)).OrderBy(flag => flag.Start)];
        var tail = TailFinder.Find(Text);
        TailStart = tail < Text.Length ? passage.Starts[tail] : raw.Length;
    }

    /// <summary>The whole document normalised, its tail included.</summary>
    public string Text => passage.Text;

    /// <summary>The text as it was given.</summary>
    public string Raw { get; }

    /// <summary>Where comments, links or a copyright notice begin in <see cref="Raw"/>; its length where there are none.</summary>
    public int TailStart { get; }

    /// <summary>Losses that were repaired or that are suspected, in the order of the raw text.</summary>
    public IReadOnlyList<TextFlag> Flags { get; }

    /// <summary>How many pinyin notes were dropped; a note that was part of a repaired loss is not counted.</summary>
    public int RemovedNotes { get; }

    /// <summary>
    /// The raw range [Start, End) of the units [<paramref name="start"/>, <paramref name="end"/>) of <see cref="Text"/>, the last
    /// character's note included. An empty range is empty at the place where its unit begins.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in <see cref="Text"/>.</exception>
    public (int Start, int End) RawSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(start, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Text.Length);
        return passage.RawSpan(start, end, Raw.Length);
    }

    /// <summary>
    /// The normalised reading of the raw range [<paramref name="rawStart"/>, <paramref name="rawEnd"/>): the characters that begin in
    /// it. Whether the range includes its last character's note makes no difference.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in <see cref="Raw"/>.</exception>
    public string Read(int rawStart, int rawEnd)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rawStart, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(rawEnd, rawStart);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rawEnd, Raw.Length);
        return Text[FirstFrom(rawStart)..FirstFrom(rawEnd)];
    }

    /// <summary>
    /// The raw ranges of each occurrence of <paramref name="quote"/> in <see cref="Text"/>, in order and not overlapping; the quote may be
    /// printed in traditional characters. None if it is empty.
    /// </summary>
    public IEnumerable<(int Start, int End)> Locate(string quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var folded = WidthFolding.Fold(quote);
        return Places(Text.Contains(folded, StringComparison.Ordinal) ? folded : ChineseText.Simplify(folded));
    }

    /// <summary>Whether the unit at <paramref name="index"/> stands for more than itself: a note was dropped after it.</summary>
    internal bool HadNote(int index) => passage.Ends[index] - passage.Starts[index] > (char.IsSurrogate(Text[index]) ? 2 : 1);

    private IEnumerable<(int Start, int End)> Places(string quote)
    {
        var at = quote.Length == 0 ? -1 : Text.IndexOf(quote, StringComparison.Ordinal);
        while (at >= 0)
        {
            yield return RawSpan(at, at + quote.Length);
            at = Text.IndexOf(quote, at + quote.Length, StringComparison.Ordinal);
        }
    }

    private int FirstFrom(int rawPlace)
    {
        var (low, high) = (0, Text.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = passage.Starts[middle] < rawPlace ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
