namespace CsrGraph.Text;

/// <summary>OpenCC's tw2s on a <see cref="Passage"/>: compatibility forms and Taiwan's variants undone, then simplified.</summary>
internal static class Simplifier
{
    /// <summary>OpenCC's own output can hold a phrase that it would convert again; two rounds settled every case we made.</summary>
    private const int MaxRounds = 8;

    private static readonly Lazy<SimplifyingTables> Tables = new(SimplifyingTables.Load);

    /// <summary>Whether a character occurs that any table could change.</summary>
    public static bool NeedsWork(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (unit > 0x2E7F && Tables.Value.Changes(unit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a character occurs that the tables change and that GB 2312, so simplified text, does not have.</summary>
    public static bool IsTraditional(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (unit > 0x2E7F && Tables.Value.Changes(unit) && !Gbk.IsInGb2312(unit))
            {
                return true;
            }
        }

        return false;
    }

    public static Passage Apply(Passage passage)
    {
        for (var round = 0; round < MaxRounds && NeedsWork(passage.Text); round++)
        {
            var next = Convert(Once(passage, Tables.Value.Compatibility));
            if (next.Text == passage.Text)
            {
                break;
            }

            passage = next;
        }

        return passage;
    }

    private static Passage Convert(Passage passage)
    {
        var boundaries = Segments(passage.Text);
        var undone = Once(passage, Tables.Value.Variants, boundaries, out var moved);
        return Once(undone, Tables.Value.Simplified, moved, out _);
    }

    /// <summary>Where a phrase of the last step begins or ends: no other phrase may reach over such a place.</summary>
    private static bool[] Segments(string text)
    {
        var boundaries = new bool[text.Length + 1];
        for (var i = 0; i < text.Length;)
        {
            var length = Tables.Value.Simplified.Match(text.AsSpan(i), out var phrase);
            if (length > 1 && phrase is not null && !(length == 2 && char.IsSurrogate(text[i])))
            {
                boundaries[i] = boundaries[i + length] = true;
            }

            i += Math.Max(length, 1);
        }

        return boundaries;
    }

    private static Passage Once(Passage passage, PhraseTable<string> table) =>
        Once(passage, table, new bool[passage.Text.Length + 1], out _);

    private static Passage Once(Passage passage, PhraseTable<string> table, bool[] boundaries, out bool[] moved)
    {
        var writer = new PassageWriter(passage);
        var text = passage.Text;
        var kept = new List<bool>(text.Length + 1);
        for (var i = 0; i < text.Length;)
        {
            var reach = 1;
            var longest = Math.Min(table.Longest(text[i]), text.Length - i);
            while (reach < longest && !boundaries[i + reach])
            {
                reach++;
            }

            var length = table.Match(text.AsSpan(i, reach), out var replacement);
            kept.Add(boundaries[i]);
            if (length == 0)
            {
                writer.Copy(i, i + 1);
                i++;
                continue;
            }

            writer.Replace(i, i + length, replacement!);
            kept.AddRange(Enumerable.Repeat(false, replacement!.Length - 1));
            i += length;
        }

        kept.Add(true);
        moved = [.. kept];
        return writer.ToPassage();
    }
}
