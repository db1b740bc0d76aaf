using System.Globalization;
using System.Text;
using CsrGraph.Seeding.Bulk.Sorting;
using CsvHelper;
using CsvHelper.Configuration;

namespace CsrGraph.Export.Tables;

/// <summary>Makes the rows of one CSV file: RFC 4180, UTF-8, and no cell that a spreadsheet would take for a formula.</summary>
internal sealed class TableRows : IDisposable
{
    private static readonly CsvConfiguration Plain = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\n",
        InjectionOptions = InjectionOptions.Escape,

        // The wide ones, too: East Asian spreadsheets take them for their narrow selves.
        InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'],
    };

    private readonly SortedRecords sorted;
    private readonly UInt128 key;
    private readonly MemoryStream buffer = new();
    private readonly StreamWriter text;
    private readonly CsvWriter csv;

    /// <param name="name">The file's name.</param>
    /// <param name="number">Its place among the files.</param>
    /// <param name="headers">The first row.</param>
    /// <param name="sorted">Where the rows go.</param>
    public TableRows(string name, int number, IReadOnlyList<string> headers, SortedRecords sorted)
    {
        (Name, key, this.sorted) = (name, (UInt128)number, sorted);
        text = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        csv = new CsvWriter(text, Plain, leaveOpen: true);
        Add(headers);
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>Adds a row; null is an empty cell.</summary>
    public void Add(params IEnumerable<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        csv.NextRecord();
        csv.Flush();
        text.Flush();
        sorted.Add(key, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        buffer.SetLength(0);
    }

    public void Dispose()
    {
        csv.Dispose();
        text.Dispose();
        buffer.Dispose();
    }
}
