using System.Globalization;
using System.Text;

namespace CsrGraph.Export.Scripts;

/// <summary>Writes Cypher's literals; whatever the words are, they stay words.</summary>
internal static class CypherText
{
    /// <summary>Appends <c>name: value</c> where there is a value.</summary>
    public static void Property(StringBuilder cypher, string name, string? value)
    {
        if (value is null) return;
        Begin(cypher, name);
        Text(cypher, value);
    }

    /// <summary>Appends a number.</summary>
    public static void Property(StringBuilder cypher, string name, int? value)
    {
        if (value is not { } number) return;
        Begin(cypher, name);
        cypher.Append(CultureInfo.InvariantCulture, $"{number}");
    }

    /// <summary>Appends a day.</summary>
    public static void Day(StringBuilder cypher, string name, int? day)
    {
        if (SnapshotJson.Day(day) is not { } text) return;
        Begin(cypher, name);
        cypher.Append("date('").Append(text).Append("')");
    }

    /// <summary>Appends a list.</summary>
    public static void Property(StringBuilder cypher, string name, IEnumerable<string> values)
    {
        Begin(cypher, name);
        cypher.Append('[');
        var isFirst = true;
        foreach (var value in values)
        {
            if (!isFirst) cypher.Append(',');
            isFirst = false;
            Text(cypher, value);
        }

        cypher.Append(']');
    }

    /// <summary>Appends a text in single quotes.</summary>
    public static void Text(StringBuilder cypher, string value)
    {
        cypher.Append('\'');
        foreach (var c in value)
        {
            switch (c)
            {
                case '\\' or '\'':
                    cypher.Append('\\').Append(c);
                    break;
                case < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029':
                    cypher.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
                    break;
                default:
                    cypher.Append(c);
                    break;
            }
        }

        cypher.Append('\'');
    }

    private static void Begin(StringBuilder cypher, string name)
    {
        if (cypher[^1] != '{') cypher.Append(',');
        cypher.Append(name).Append(':');
    }
}
