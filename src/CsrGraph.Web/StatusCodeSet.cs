namespace CsrGraph.Web;

/// <summary>Which edition of GraphQL over HTTP the statuses of <c>application/graphql-response+json</c> follow.</summary>
public enum StatusCodeSet
{
    /// <summary>400 for every question that is refused, 200 for every other.</summary>
    Of2025,

    /// <summary>The draft of September 2026: 422 for a document that can be read and is refused, 294 for data with errors.</summary>
    Of2026,
}
