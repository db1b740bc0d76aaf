namespace CsrGraph.Sqlite.Compiling;

/// <summary>The values of a key on a row: one expression, or a select that gives each once.</summary>
/// <param name="Single">The expression, NULL where there is none; null where there may be several.</param>
/// <param name="Value">Of several, what is selected.</param>
/// <param name="From">Where from, with the condition.</param>
internal sealed record GroupColumn(string? Single, string Value = "", string From = "")
{
    /// <summary>True where a row may have several.</summary>
    public bool IsMany => Single is null;

    /// <summary>What has to be joined to the rows so that each comes once with each of its values, or once without.</summary>
    public string Join(string name) => Single is null
        ? $" LEFT JOIN json_each((SELECT json_group_array(DISTINCT {Value}) FROM {From} AND {Value} IS NOT NULL)) {name}"
        : "";

    /// <summary>The value, after that join.</summary>
    public string Of(string name) => Single ?? $"{name}.value";

    /// <summary>That a row has this value, or none where it is NULL.</summary>
    public string Has(string value) => Single is not null
        ? $"{Single} IS {value}"
        : $"CASE WHEN {value} IS NULL THEN NOT EXISTS (SELECT 1 FROM {From} AND {Value} IS NOT NULL) ELSE EXISTS (SELECT 1 FROM {From} AND {Value} = {value}) END";
}
