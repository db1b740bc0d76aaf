using CsrGraph.Text;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// A name's pinyin and initials in one text, each begun by a mark of its own, so that a text index finds what begins so by what the text holds.
/// </summary>
internal static class NameReadings
{
    /// <summary>Begins a reading.</summary>
    public const string PinyinMark = "\u001fp:";

    /// <summary>Begins a reading's initials.</summary>
    public const string InitialsMark = "\u001fi:";

    public static string Of(SearchKeys keys) => string.Concat([.. keys.Pinyin.Select(p => PinyinMark + p), .. keys.Initials.Select(i => InitialsMark + i)]);
}
