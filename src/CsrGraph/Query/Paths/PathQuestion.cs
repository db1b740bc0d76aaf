using CsrGraph.Query.Walks;

namespace CsrGraph.Query.Paths;

/// <summary>Asks how two entities are connected.</summary>
public sealed record PathQuestion(string From, string To)
{
    /// <summary>The longest path that can be asked for, in relations.</summary>
    public const int LongestPath = 6;

    /// <summary>The highest limit for hubs.</summary>
    public const int HighestHubLimit = 10_000;

    /// <summary>The longest path that is looked for, in relations; 1 to 6.</summary>
    public int MaxLength { get; init; } = 4;

    /// <summary>Only these relation types; null for all.</summary>
    public IReadOnlyList<string>? RelationTypes { get; init; }

    /// <summary>Only through entities of these kinds, the ends apart; null for all.</summary>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>An entity of a higher degree is not walked through, unless it is an end; 1 to 10 000.</summary>
    public int HubLimit { get; init; } = 200;

    /// <summary>At most so many paths are listed.</summary>
    public int First { get; init; } = 10;

    /// <summary>True walks relations that the texts leave open, too.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Refuses what is out of bounds.</summary>
    /// <exception cref="BadQuestionException">Something is.</exception>
    internal void Require()
    {
        Bounds.Require("maxLength", MaxLength, 1, LongestPath);
        Bounds.Require("hubLimit", HubLimit, 1, HighestHubLimit);
        Bounds.Require("first", First, 0, 100);
    }
}
