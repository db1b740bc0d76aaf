namespace CsrGraph.GraphQL;

/// <summary>An answer, ready to be sent.</summary>
/// <param name="Json">The response as GraphQL's specification writes it (section 7), in UTF-8; Chinese stands as itself.</param>
/// <param name="IsExecuted">False where the request failed before anything ran: there is no <c>data</c>.</param>
/// <param name="Code">The first error's <see cref="ErrorCode"/>; null where there is no error.</param>
public sealed record ApiAnswer(ReadOnlyMemory<byte> Json, bool IsExecuted, string? Code)
{
    /// <summary>True where the answer has errors.</summary>
    public bool HasErrors => Code is not null;
}
