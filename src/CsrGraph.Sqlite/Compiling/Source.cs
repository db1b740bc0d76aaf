namespace CsrGraph.Sqlite.Compiling;

/// <summary>Where the rows of a question come from.</summary>
internal sealed record Source
{
    /// <summary>The SELECT that gives an anchor a row each: <c>i</c>, its place among the anchors, and what <see cref="Where"/> needs of it.</summary>
    public required string Anchors { get; init; }

    /// <summary>The table that a page's rows are rows of, with its name: <c>claim a</c>.</summary>
    public required string Table { get; init; }

    /// <summary>The name of that table.</summary>
    public string Name => Table[(Table.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>The same table by another name.</summary>
    public string Of(string name) => $"{Table[..Table.IndexOf(' ', StringComparison.Ordinal)]} {name}";

    /// <summary>What rows are chosen from, where that is not the table alone.</summary>
    public string? Choice { get; init; }

    /// <summary>What has to be joined to it to choose and sort rows.</summary>
    public string Joins { get; init; } = "";

    /// <summary>Which of its rows are an anchor's.</summary>
    public required string Where { get; init; }

    /// <summary>
    /// Conditions that hold for one part of the rows each, and together for all of them: an index begins and ends at each, where it would go through
    /// what lies between them otherwise. Null where <see cref="Where"/> needs no parts.
    /// </summary>
    public IReadOnlyList<string>? Parts { get; init; }

    /// <summary>What has to be joined to it for <see cref="Columns"/> and the order's.</summary>
    public string RowJoins { get; init; } = "";

    /// <summary>
    /// The index in which the rows of an anchor lie side by side in their default order, with all that <see cref="Where"/> and <see cref="Columns"/> need:
    /// then the table itself is not read. Null where there is none such.
    /// </summary>
    public string? Index { get; init; }

    /// <summary>How many rows an anchor has at most, where that is kept; null where it has to be found out.</summary>
    public string? KeptMost { get; init; }

    /// <summary>True where <see cref="Columns"/> tell a row's place, and those of the order are left out.</summary>
    public bool IsPlaced { get; init; }

    /// <summary>The columns of a row, after those of the order.</summary>
    public required string Columns { get; init; }

    /// <summary>What is counted: columns after the anchor's place.</summary>
    public required string Totals { get; init; }

    /// <summary>The whole of FROM and WHERE, after the anchors <c>k</c>, where <see cref="Totals"/> are kept and need no counting; else null.</summary>
    public string? KeptTotals { get; init; }

    /// <summary>The first and the last day of a row, where they are asked for; else null.</summary>
    public (string First, string Last)? Days { get; init; }

    /// <summary>
    /// The rosters that are added up for each anchor, and the name of their table, where they are asked for: after FROM, with the anchors <c>k</c>; given
    /// what rows are chosen from and which are chosen.
    /// </summary>
    public (Func<string, string, string> From, string Name)? Rosters { get; init; }

    /// <summary>True where the rows that are chosen from are few, so that they are read as they are chosen.</summary>
    public bool AreFew { get; init; }

    /// <summary>True where the anchors' rows are one page.</summary>
    public bool IsOnePage { get; init; }
}
