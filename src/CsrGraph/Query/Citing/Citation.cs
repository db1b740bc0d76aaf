using CsrGraph.Model;

namespace CsrGraph.Query.Citing;

/// <summary>How something in the graph is cited, so that who reads it finds the same again: the state is part of it.</summary>
/// <param name="Id">The id of the document, entity or claim.</param>
/// <param name="Type">What is cited.</param>
/// <param name="Title">A document's title, an entity's name, a claim's sentence.</param>
/// <param name="Authors">Who wrote it, as its credits name them; of a claim, the publishers of its documents.</param>
/// <param name="Publisher">Who published it; null where nobody is known, or where the graph itself is the place.</param>
/// <param name="Issued">When it was published; null where that is not known.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Retrieved">The day on which the copy was taken, <c>2025-01-20</c>; or null.</param>
/// <param name="Notes">What else is to be said: the quotes with their documents, the licence.</param>
/// <param name="Head">The last change-set that counts.</param>
/// <param name="KnownAt">When that was applied; null for the empty graph.</param>
public sealed record Citation(
    string Id, CitedType Type, string Title, IReadOnlyList<string> Authors, string? Publisher, PartialDate? Issued, string? Url, string? Retrieved,
    IReadOnlyList<string> Notes, long Head, DateTimeOffset? KnownAt)
{
    /// <summary>The citation in a style.</summary>
    public string In(CitationStyle style) => style switch
    {
        CitationStyle.BibTeX => BibTeX.Write(this),
        CitationStyle.CslJson => CslJson.Write(this),
        _ => CitationText.Write(this),
    };
}

/// <summary>What is cited.</summary>
public enum CitedType
{
    /// <summary>A source.</summary>
    Document,

    /// <summary>Who or what claims speak of, as the graph shows it.</summary>
    Entity,

    /// <summary>What sources say.</summary>
    Claim,
}

/// <summary>A form in which citations are written.</summary>
public enum CitationStyle
{
    /// <summary>BibTeX.</summary>
    BibTeX,

    /// <summary>CSL-JSON, the data of citation processors.</summary>
    CslJson,

    /// <summary>One line for readers.</summary>
    Text,
}
