namespace CsrGraph.Text;

/// <summary>Chinese text as strings.</summary>
public static class ChineseText
{
    /// <summary>
    /// Simplified characters for traditional ones, as OpenCC's configuration tw2s gives them: longest phrase first, so 隨著 becomes
    /// 随着 and 著名 keeps its 著. Simplified text stays as it is; applying it twice changes nothing.
    /// </summary>
    public static string Simplify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Simplifier.NeedsWork(text) ? Simplifier.Apply(Passage.Of(text)).Text : text;
    }
}
