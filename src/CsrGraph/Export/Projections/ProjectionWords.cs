using System.Globalization;
using CsrGraph.Query.Projecting;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Projections;

/// <summary>Reads what a projection is asked for by: <c>SIGNED:ORGANISATION:PLEDGE</c>, the relation, the kind of those who take part, the kind of what they take part in.</summary>
internal static class ProjectionWords
{
    /// <exception cref="FormatException">It is none, or a least weight stands without one; the message says how to write it.</exception>
    public static ProjectionQuestion? Read(string? text, string? minWeight)
    {
        if (text is null) return minWeight is null ? null : throw new FormatException($"a least weight of {minWeight} is one of a projection, and none is asked for");
        if (text.Split(':', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } role, { Length: > 0 } of, { Length: > 0 } over])
        {
            throw new FormatException($"'{text}' is no projection: write the relation, who and what, such as SIGNED:ORGANISATION:PLEDGE");
        }

        return new ProjectionQuestion(role.ToUpperInvariant(), of.ToUpperInvariant(), over.ToUpperInvariant()) { MinWeight = Weight(minWeight), Parts = All };
    }

    /// <summary>What was asked, in the same words.</summary>
    public static string Of(ProjectionQuestion question) => $"{question.Role}:{question.Of}:{question.Over}";

    /// <summary>What could be written instead of what has no answer.</summary>
    public static string Hint(ProjectionQuestion question, VocabularyDefinition vocabulary)
    {
        var roles = ProjectionQuestion.RolesOf(vocabulary).ToList();
        return roles.Find(t => t.Id == question.Role) is { } role
            ? $"such as {role.Id}:{role.SubjectKinds[0]}:{role.ObjectKinds[0]}"
            : $"the relations are {string.Join(", ", roles.Select(t => t.Id))}";
    }

    private const ProjectionParts All = ProjectionParts.Betweenness | ProjectionParts.Communities | ProjectionParts.Warnings;

    private static int Weight(string? text) => text is null ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) && weight >= 1 ? weight
        : throw new FormatException($"'{text}' is no least weight: it is a whole number from 1");
}
