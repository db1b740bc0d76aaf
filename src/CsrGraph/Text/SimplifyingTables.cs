namespace CsrGraph.Text;

/// <summary>The dictionaries of OpenCC's tw2s, one for each step.</summary>
internal sealed class SimplifyingTables
{
    private readonly bool[] changes = new bool[char.MaxValue + 1];

    public PhraseTable<string> Compatibility { get; } = new();

    public PhraseTable<string> Variants { get; } = new();

    public PhraseTable<string> Simplified { get; } = new();

    public static SimplifyingTables Load()
    {
        var tables = new SimplifyingTables();
        foreach (var row in TextTable.Rows("tw2s.tsv"))
        {
            var step = row[0] switch
            {
                "compatibility" => tables.Compatibility,
                "variant" => tables.Variants,
                _ => tables.Simplified,
            };
            step.Add(row[1], row[2]);
            tables.Note(row[1], row[2]);
        }

        return tables;
    }

    /// <summary>Whether a text without <paramref name="unit"/> and its like is surely left as it is.</summary>
    public bool Changes(char unit) => changes[unit];

    private void Note(string from, string to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            var stays = from.Length == to.Length && from[i] == to[i] && !char.IsHighSurrogate(from[i]);
            changes[from[i]] |= !stays && !char.IsLowSurrogate(from[i]);
        }
    }
}
