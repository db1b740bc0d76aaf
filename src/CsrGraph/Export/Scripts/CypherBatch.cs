using System.Text;

namespace CsrGraph.Export.Scripts;

/// <summary>Rows that one statement writes: <c>UNWIND [ … ] AS row</c> and what is done with each.</summary>
/// <param name="what">What is done with a row.</param>
internal sealed class CypherBatch(string what)
{
    private const int Most = 500;
    private const int MostCharacters = 1 << 18;

    private readonly StringBuilder rows = new();
    private int count;

    /// <summary>Adds a row, and sends the statement when it is long enough.</summary>
    /// <param name="outbox">Where the statement goes.</param>
    /// <param name="row">Writes the row's properties behind a brace.</param>
    public void Add(Outbox outbox, Action<StringBuilder> row)
    {
        if (count > 0) rows.Append(",\n");
        rows.Append('{');
        row(rows);
        rows.Append('}');
        count++;
        if (count >= Most || rows.Length >= MostCharacters) Send(outbox);
    }

    /// <summary>Sends what is left.</summary>
    public void Send(Outbox outbox)
    {
        if (count == 0) return;
        outbox.Write(Encoding.UTF8.GetBytes($"UNWIND [\n{rows}\n] AS row {what};\n"));
        rows.Clear();
        count = 0;
    }
}
