using CsrGraph.Sqlite.Reading;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Compiling;

/// <summary>What of a source is aggregated.</summary>
internal static class Aggregated
{
    /// <summary>The days of entities <c>f</c>, where they are asked for.</summary>
    public static (string First, string Last)? Days(AggregateParts parts) => parts.HasFlag(AggregateParts.Days) ? ("f.first_day", "f.last_day") : null;

    /// <summary>The days of claims <c>a</c>, where they are asked for.</summary>
    public static (string First, string Last)? DaysOfClaims(AggregateParts parts)
    {
        const string Day = "nullif(a.day, ";
        return parts.HasFlag(AggregateParts.Days) ? ($"{Day}{Columns.NoDay})", $"{Day}{Columns.NoDay})") : null;
    }

    /// <summary>The rosters of entities at a node, where they are asked for; of one role, where one is given.</summary>
    public static (Func<string, string, string> From, string Name)? Rosters(
        AggregateParts parts, Question question, string node = "f.node", string? role = null) => parts.HasFlag(AggregateParts.Rosters)
            ? ((inner, where) => $"k CROSS JOIN {inner} CROSS JOIN {RosterText.Of(node, role, question)} WHERE {where}", "z")
            : null;

    /// <summary>The rosters of the anchors themselves.</summary>
    public static (Func<string, string, string> From, string Name)? RostersOfAnchors(AggregateParts parts, Question question, string role) =>
        parts.HasFlag(AggregateParts.Rosters) ? ((_, _) => $"k CROSS JOIN {RosterText.Of("k.node", role, question)}", "z") : null;

    /// <summary>The rosters among claims <c>a</c>.</summary>
    public static (Func<string, string, string> From, string Name)? RostersAmong(AggregateParts parts, Question question) => parts.HasFlag(AggregateParts.Rosters)
        ? ((inner, where) => $"k CROSS JOIN {inner} WHERE {where} AND {RosterText.IsRoster("a", null, question)}", "a")
        : null;
}
