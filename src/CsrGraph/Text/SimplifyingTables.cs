namespace CsrGraph.Text;

/// <summary>The dictionaries of OpenCC's tw2s, one for each step.</summary>
internal sealed class SimplifyingTables
{
    private readonly bool[] changes = new bool[char.MaxValue + 1];

    private SimplifyingTables(ILookup<string, KeyValuePair<string, string>> steps)
    {
        Compatibility = Table(steps["compatibility"]);
        Variants = Table(steps["variant"]);
        Simplified = Table(steps["simplify"]);
    }

    public PhraseTable<string> Compatibility { get; }

    public PhraseTable<string> Variants { get; }

    public PhraseTable<string> Simplified { get; }

    public static SimplifyingTables Load() =>
        new(TextTable.Rows("tw2s.tsv").ToLookup(row => row[0], row => KeyValuePair.Create(row[1], row[2])));

    /// <summary>Whether a text without <paramref name="unit"/> and its like is surely left as it is.</summary>
    public bool Changes(char unit) => changes[unit];

    private PhraseTable<string> Table(IEnumerable<KeyValuePair<string, string>> rows)
    {
        var table = new PhraseTable<string>(rows);
        foreach (var (from, to) in table.Phrases)
        {
            for (var i = 0; i < from.Length; i++)
            {
                changes[from[i]] |= from.Length != to.Length || from[i] != to[i] || char.IsSurrogate(from[i]);
            }
        }

        return table;
    }
}
