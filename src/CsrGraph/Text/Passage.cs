namespace CsrGraph.Text;

/// <summary>A text under way: each UTF-16 unit carries the raw range [start, end) it was read from.</summary>
internal sealed class Passage(string text, int[] starts, int[] ends)
{
    public string Text { get; } = text;

    public ReadOnlySpan<int> Starts => starts;

    public ReadOnlySpan<int> Ends => ends;

    /// <summary>The raw text itself: each unit stands for itself, the halves of a surrogate pair for the pair.</summary>
    public static Passage Of(string raw)
    {
        var starts = new int[raw.Length];
        var ends = new int[raw.Length];
        for (var i = 0; i < raw.Length; i++)
        {
            (starts[i], ends[i]) = (i, i + 1);
            if (i > 0 && char.IsSurrogatePair(raw[i - 1], raw[i]))
            {
                (starts[i], ends[i - 1]) = (i - 1, i + 1);
            }
        }

        return new Passage(raw, starts, ends);
    }

    /// <summary>The raw range of the units [start, end); an empty range lies where its unit begins.</summary>
    public (int Start, int End) RawSpan(int start, int end, int rawLength)
    {
        var from = start < starts.Length ? starts[start] : rawLength;
        return end > start ? (from, ends[end - 1]) : (from, from);
    }
}
