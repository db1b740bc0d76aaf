namespace CsrGraph.Store;

/// <summary>How much of an entity a row brings. A store may bring more; what was not asked for is not to be looked at.</summary>
public enum EntityParts
{
    /// <summary>All of it.</summary>
    Record,

    /// <summary>Its id, kind, category, date and the text of its shown name: what a list of links shows.</summary>
    Heading,
}
