namespace CsrGraph.Text;

/// <summary>Full-width ASCII and the ideographic space to their half-width forms; Chinese punctuation such as 、。“”《》 stays.</summary>
internal static class WidthFolding
{
    public static char Fold(char unit) => unit switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(unit - 0xFEE0),
        '\u3000' => ' ',
        _ => unit,
    };

    public static string Fold(string text) => NeedsWork(text) ? string.Create(text.Length, text, Fill) : text;

    public static Passage Apply(Passage passage) =>
        NeedsWork(passage.Text) ? new Passage(Fold(passage.Text), passage.Starts.ToArray(), passage.Ends.ToArray()) : passage;

    private static bool NeedsWork(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\uFF01', '\uFF5E') >= 0 || text.Contains('\u3000');

    private static void Fill(Span<char> folded, string text)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = Fold(text[i]);
        }
    }
}
