using System.Text;

namespace CsrGraph.Text;

/// <summary>Reads a table embedded from Text/Data: tab-separated rows in UTF-8, lines that begin with # are its header.</summary>
internal static class TextTable
{
    /// <summary>The rows of the table <paramref name="name"/> (a file name), each split at its tabs.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(TextTable).Assembly.GetManifestResourceStream("Text/Data/" + name)
            ?? throw new InvalidOperationException($"the table Text/Data/{name} is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
