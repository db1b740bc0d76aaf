using CsrGraph.Model;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>Sees that what a curator writes in own words copies no more of the text than a quote may.</summary>
internal static class OwnWords
{
    public static void Check(YamlNode node, string words, SourceText text)
    {
        if (words.Length <= Evidence.MaxQuote || Wording.Copied(Wording.Fold(words), text.Folded, Evidence.MaxQuote) is not { } copied) return;
        node.Refuse($"more than {Evidence.MaxQuote} characters are copied from the text, from '{copied[..8]}' on", "say it in your own words");
    }
}
