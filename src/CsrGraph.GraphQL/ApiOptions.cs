namespace CsrGraph.GraphQL;

/// <summary>How much one question may cost. Each limit is a setting.</summary>
public sealed record ApiOptions
{
    /// <summary>The most tokens that a document may have; refused before it is parsed.</summary>
    public int MaxTokens { get; init; } = 5_000;

    /// <summary>The deepest nesting of a document's syntax, in nodes of its tree.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>The longest chain of fragments that spread one another.</summary>
    public int MaxFragmentDepth { get; init; } = 40;

    /// <summary>The most fields after every fragment is spread.</summary>
    public int MaxFields { get; init; } = 5_000;

    /// <summary>The longest answer, in bytes.</summary>
    public int MaxAnswerBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The most errors that an answer shows.</summary>
    public int MaxErrors { get; init; } = 20;

    /// <summary>The longest message of an error, in UTF-16 units.</summary>
    public int MaxMessageLength { get; init; } = 500;

    /// <summary>Takes faults of ours, each with the id that the answer's error names.</summary>
    public Action<string, Exception>? OnFault { get; init; }
}
