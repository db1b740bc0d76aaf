namespace CsrGraph.Export.Networks;

/// <summary>What the values of a column are.</summary>
internal enum ColumnType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Real,
}

/// <summary>Something that a network file says of each node or of each edge.</summary>
internal readonly record struct Column(string Name, ColumnType Type = ColumnType.Text);
