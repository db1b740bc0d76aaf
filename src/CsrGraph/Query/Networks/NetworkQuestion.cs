using CsrGraph.Query.Walks;

namespace CsrGraph.Query.Networks;

/// <summary>Asks for what lies around some entities.</summary>
public sealed record NetworkQuestion(IReadOnlyList<string> Around)
{
    /// <summary>The most steps away.</summary>
    public const int DeepestDepth = 3;

    /// <summary>The most nodes.</summary>
    public const int HighestLimit = 2_000;

    /// <summary>How many steps away; 1 to 3.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Only these relation types; null for all.</summary>
    public IReadOnlyList<string>? RelationTypes { get; init; }

    /// <summary>Only entities of these kinds, those in the middle apart; null for all.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>At most so many nodes; 1 to 2 000, and no fewer than stand in the middle.</summary>
    public int Limit { get; init; } = 300;

    /// <summary>Only entities of this degree or a higher one, those in the middle apart; null for all.</summary>
    public int? MinDegree { get; init; }

    /// <summary>Refuses what is out of bounds.</summary>
    /// <exception cref="BadQuestionException">Something is.</exception>
    internal void Require()
    {
        Bounds.Require("depth", Depth, 1, DeepestDepth);
        Bounds.Require("limit", Limit, 1, HighestLimit);
        if (MinDegree is { } least) Bounds.Require("minDegree", least, 0, int.MaxValue);
        if (Around.Count == 0) throw new BadQuestionException("'around' names nobody: give one id at least");
    }
}
