using CsrGraph.Query.Walks;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Query.Projecting;

/// <summary>Asks who does something together: which agents stand in one relation to the same initiatives.</summary>
/// <param name="Role">The relation type; those who take part are its subjects.</param>
/// <param name="Of">The kind of those who take part.</param>
/// <param name="Over">The kind of what they take part in.</param>
public sealed record ProjectionQuestion(string Role, string Of, string Over)
{
    /// <summary>The most pairs that are computed, added up over the initiatives.</summary>
    public const long MostPairs = 5_000_000;

    /// <summary>The most relations, initiatives and rosters that are read.</summary>
    public const long MostRows = 1_000_000;

    /// <summary>A condition on those who take part, or null.</summary>
    public EntityFilter? Filter { get; init; }

    /// <summary>A condition on what they take part in, or null.</summary>
    public EntityFilter? OverFilter { get; init; }

    /// <summary>Only edges of at least so many shared initiatives; 1 or more.</summary>
    public int MinWeight { get; init; } = 1;

    /// <summary>What is worked out beside nodes and edges.</summary>
    public ProjectionParts Parts { get; init; }

    /// <summary>The relation types by which agents can be projected: every one whose subjects are agents alone, and of which either end is not as the other.</summary>
    public static IEnumerable<RelationType> RolesOf(VocabularyDefinition vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var agents = vocabulary.KindsOf(KindDefinition.Agent).Select(k => k.Id).ToHashSet(StringComparer.Ordinal);
        return vocabulary.RelationTypes.Where(t => !t.IsSymmetric && t.SubjectKinds.All(agents.Contains));
    }

    /// <summary>Refuses a question that has no answer.</summary>
    /// <exception cref="BadQuestionException">The role is none, its ends do not fit, or the least weight is none.</exception>
    public void Check(VocabularyDefinition vocabulary)
    {
        var role = RolesOf(vocabulary).FirstOrDefault(t => t.Id == Role)
            ?? throw new BadQuestionException($"nobody does anything together by '{Role}': it is no relation type whose subjects are agents");
        Require("of", Of, "subject", role.SubjectKinds);
        Require("over", Over, "object", role.ObjectKinds);
        if (MinWeight < 1) throw new BadQuestionException($"'minWeight' is {MinWeight}; it must be 1 or more");
    }

    private void Require(string argument, string kind, string end, IReadOnlyList<string> kinds)
    {
        if (!kinds.Contains(kind)) throw new BadQuestionException($"'{argument}' is {kind}, and the {end} of {Role} is {string.Join(" or ", kinds)}");
    }
}

/// <summary>What of a projection takes work of its own.</summary>
[Flags]
public enum ProjectionParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><see cref="Projection.Betweenness"/>.</summary>
    Betweenness = 1,

    /// <summary><see cref="Projection.Communities"/> and <see cref="Projection.Modularity"/>.</summary>
    Communities = 2,

    /// <summary><see cref="Projection.Warnings"/>.</summary>
    Warnings = 4,
}

/// <summary>A projection has more pairs than are computed.</summary>
public sealed class TooManyPairsException(long asked, long allowed)
    : Exception($"the projection has {asked} pairs or more; it may have {allowed}: choose fewer by 'filter' or 'overFilter'")
{
    /// <summary>How many there are, or at least how many.</summary>
    public long Asked { get; } = asked;

    /// <summary>How many there may be.</summary>
    public long Allowed { get; } = allowed;
}
