using System.Text.RegularExpressions;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>When a change-set was applied, in answers: two stores were not loaded at once.</summary>
internal static partial class Moments
{
    /// <summary>An answer with all of them alike.</summary>
    public static string Hide(string answer) => Moment().Replace(answer, "T");

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T[0-9:.]+Z")]
    private static partial Regex Moment();
}
