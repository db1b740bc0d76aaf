using CsrGraph.Model;

namespace CsrGraph.Export.Investigations;

/// <summary>What FollowTheMoney calls our kinds and relations.</summary>
internal static class FtmSchema
{
    /// <summary>The schema of an entity.</summary>
    public static string Of(Entity entity) => entity.Kind switch
    {
        "ORGANISATION" => entity.Category switch
        {
            "COMPANY" or "PLATFORM" => "Company",
            "REGULATOR" or "GOVERNMENT" or "PARTY_ORGAN" => "PublicBody",
            _ => "Organization",
        },
        _ => OfKind(entity.Kind),
    };

    /// <summary>The schema of an id's kind, as far as it decides which link can stand there.</summary>
    public static string OfKind(string kind) => kind switch
    {
        "ORGANISATION" or "GROUP" => "Organization",
        "PERSON" => "Person",
        "EVENT" or "EVENT_SERIES" => "Event",
        "PLEDGE" or "PROGRAMME" or "CSR_CASE" or "CAMPAIGN" => "Project",
        "PLACE" => "Address",
        "DOCUMENT" => "Article",
        _ => "Document",
    };

    /// <summary>The link that a relation is, with the properties of its ends; where none says more, an UnknownLink with its role.</summary>
    public static FtmLink LinkOf(string relationType, string subject, string target) => (relationType, subject, target) switch
    {
        ("MEMBER_OF", not "Address", "Organization") => new("Membership", "member", "organization"),
        ("HOLDS_POSITION", "Person", "Organization") => new("Employment", "employee", "employer"),
        ("RENAMED_TO", "Organization", "Organization") => new("Succession", "predecessor", "successor"),
        ("SAME_AS", _, _) => new("Similar", "candidate", "match"),
        (_, "Organization" or "Person", "Project") => new("ProjectParticipant", "participant", "project"),
        (_, "Organization" or "Person", "Document") => new("Documentation", "entity", "document"),
        _ => new("UnknownLink", "subject", "object"),
    };
}

/// <summary>A schema whose entities are links.</summary>
/// <param name="Schema">Its name.</param>
/// <param name="From">The property of the subject.</param>
/// <param name="To">The property of the object.</param>
internal sealed record FtmLink(string Schema, string From, string To);
