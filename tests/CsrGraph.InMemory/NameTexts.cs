using System.Text;

namespace CsrGraph.InMemory;

/// <summary>What is made of a name to find and to order it.</summary>
internal static class NameTexts
{
    public static byte[] SortKey(string name) => Encoding.UTF8.GetBytes(name);

    public static string Fold(string text) => string.Concat(text.ToLowerInvariant().Where(c => !char.IsWhiteSpace(c)));

    public static IReadOnlyList<string> Pinyin(string name) => [];

    public static IReadOnlyList<string> Initials(string name) => [];
}
