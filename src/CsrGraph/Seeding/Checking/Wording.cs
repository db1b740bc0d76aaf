using System.Buffers;
using System.Globalization;
using CsrGraph.Text;

namespace CsrGraph.Seeding.Checking;

/// <summary>Compares printed words: simplified, half-width, without white space, in lower case.</summary>
internal static class Wording
{
    /// <summary>How many characters two printed texts must share to be said to overlap, where neither holds the other.</summary>
    private const int SharedRun = 4;

    private static readonly SearchValues<char> Spaces = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(char.IsWhiteSpace)]);

    public static string Fold(string text)
    {
        var simplified = ChineseText.Simplify(WidthFolding.Fold(text));
        var dense = simplified.AsSpan().IndexOfAny(Spaces) < 0 ? simplified : string.Concat(simplified.Where(c => !char.IsWhiteSpace(c)));
        return dense.ToLowerInvariant();
    }

    /// <summary>How many characters a reader counts.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>True where one folded text holds the other, or where they share a run of four characters.</summary>
    public static bool Overlap(string one, string other)
    {
        if (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal)) return true;
        for (var i = 0; i + SharedRun <= one.Length; i++)
        {
            if (other.Contains(one.AsSpan(i, SharedRun), StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>A run of more than <paramref name="limit"/> characters of the folded text that the other holds too, or null.</summary>
    public static string? Copied(string text, string source, int limit)
    {
        for (var i = 0; i + limit < text.Length; i++)
        {
            if (source.Contains(text.AsSpan(i, limit + 1), StringComparison.Ordinal)) return text.Substring(i, limit + 1);
        }

        return null;
    }

    /// <summary>The candidate nearest to a word that is none of them, or null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var most = Math.Max(2, word.Length / 4);
        var near = candidates.Where(c => Math.Abs(c.Length - word.Length) <= most)
            .Select(c => (Word: c, Distance: Distance(word, c)))
            .OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return near.Word is not null && near.Distance <= most ? near.Word : null;
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }

        return row[b.Length];
    }
}
