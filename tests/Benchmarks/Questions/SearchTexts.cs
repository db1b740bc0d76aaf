namespace CsrGraph.Benchmarks.Questions;

/// <summary>What is searched for.</summary>
internal static class SearchTexts
{
    /// <summary>The question.</summary>
    public const string Question = "query ($text: String!) { search(text: $text, first: 10) { nodes { id name } } }";

    /// <summary>Texts, among them what nearly every name has a part of.</summary>
    public static IReadOnlyList<string> All { get; } = ["公司", "中国", "网络视听", "协会", "责任论坛", "zhongguo", "第1号", "百科"];
}
