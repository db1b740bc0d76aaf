namespace CsrGraph.Text;

/// <summary>Chinese text as strings.</summary>
public static class ChineseText
{
    /// <summary>
    /// Simplified characters for traditional ones, as OpenCC's configuration tw2s gives them: longest phrase first, so 隨著 becomes
    /// 随着 and 著名 keeps its 著. Applying it twice changes nothing.
    /// Simplified text stays as it is but for characters that both scripts use: 著 without a phrase around it is taken for traditional.
    /// </summary>
    public static string Simplify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Simplifier.NeedsWork(text) ? Simplifier.Apply(Passage.Of(text)).Text : text;
    }
}
