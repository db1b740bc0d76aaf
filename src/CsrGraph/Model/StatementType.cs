namespace CsrGraph.Model;

/// <summary>The types of claims that are no relations.</summary>
public static class StatementType
{
    /// <summary>A figure.</summary>
    public const string Figure = "FIGURE";

    /// <summary>A theme, a purpose, a date …</summary>
    public const string Attribute = "ATTRIBUTE";

    /// <summary>What an entity does, did or plans.</summary>
    public const string Activity = "ACTIVITY";

    /// <summary>What a report finds or recommends, or a pledge commits to.</summary>
    public const string Finding = "FINDING";

    /// <summary>What somebody said.</summary>
    public const string Quotation = "QUOTATION";

    /// <summary>The attributes that date an entity: HELD, STARTED, ESTABLISHED, ISSUED.</summary>
    public static IReadOnlyList<string> DateAttributes { get; } = ["HELD", "STARTED", "ESTABLISHED", "ISSUED"];
}
