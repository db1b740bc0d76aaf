namespace CsrGraph.GraphQL;

/// <summary>How much one question may cost. Each limit is a setting.</summary>
public sealed record ApiOptions
{
    /// <summary>The most tokens that a document may have; refused before it is parsed.</summary>
    public int MaxTokens { get; init; } = 5_000;

    /// <summary>The deepest nesting of a document's syntax, in nodes of its tree.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>The deepest nesting of selections once every fragment is spread; a spread counts as one.</summary>
    public int MaxSelectionDepth { get; init; } = 40;

    /// <summary>The most fields after every fragment is spread.</summary>
    public int MaxFields { get; init; } = 5_000;

    /// <summary>The most comparisons that it takes to see whether fields of one name can be merged.</summary>
    public int MaxComparisons { get; init; } = 20_000;

    /// <summary>The most names under which one selection asks for one field.</summary>
    public int MaxAliases { get; init; } = 50;

    /// <summary>The most directives in one place.</summary>
    public int MaxDirectives { get; init; } = 10;

    /// <summary>The most input objects, such as the terms of filters, in a document and its variables.</summary>
    public int MaxInputObjects { get; init; } = 200;

    /// <summary>The most items of one list in a document or its variables.</summary>
    public int MaxListItems { get; init; } = 1_000;

    /// <summary>The most objects that a question may lead to, by the pages that it asks for.</summary>
    public int MaxCost { get; init; } = 250_000;

    /// <summary>The most objects and values of introspection that a question may lead to; what tools ask for to know the whole schema is 125 000.</summary>
    public int MaxIntrospection { get; init; } = 160_000;

    /// <summary>The most rows that a question may really get from the store.</summary>
    public int MaxRows { get; init; } = 100_000;

    /// <summary>How long a question may be worked on.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest answer, in bytes.</summary>
    public int MaxAnswerBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The most errors that an answer shows.</summary>
    public int MaxErrors { get; init; } = 20;

    /// <summary>The longest message of an error, in UTF-16 units.</summary>
    public int MaxMessageLength { get; init; } = 500;

    /// <summary>How many subscriptions may be listened to at once.</summary>
    public int MaxListeners { get; init; } = 1_000;

    /// <summary>Whether the schema may be asked for. Where not, no error tells any of its names either.</summary>
    public bool HasIntrospection { get; init; } = true;

    /// <summary>The clock of <see cref="Timeout"/>, and of subscriptions.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether traces may have the text of documents; values of variables they never have.</summary>
    public bool TracesDocuments { get; init; }

    /// <summary>Takes what is known of each operation that was answered; null where nobody wants to know.</summary>
    public Action<OperationReport>? OnOperation { get; init; }

    /// <summary>Takes faults of ours, each with the id that the answer's error names.</summary>
    public Action<string, Exception>? OnFault { get; init; }
}
