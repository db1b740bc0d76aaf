namespace CsrGraph.Benchmarks.Http;

/// <summary>Who answers.</summary>
internal enum ServedKind
{
    /// <summary>The level strategy over <see cref="EventSchema"/>.</summary>
    Level,

    /// <summary>The library's own strategy over the same.</summary>
    Library,

    /// <summary><see cref="EventWriter"/>.</summary>
    Writer,

    /// <summary>The API's own schema, over a store in memory with the same events.</summary>
    Api,
}
