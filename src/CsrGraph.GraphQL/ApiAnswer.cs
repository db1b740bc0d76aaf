namespace CsrGraph.GraphQL;

/// <summary>An answer, ready to be sent. Disposing of it gives its memory back; where nobody does, it is collected as other memory is.</summary>
/// <param name="Json">The response as GraphQL's specification writes it (section 7), in UTF-8; Chinese stands as itself. Not to be read once it is disposed of.</param>
/// <param name="IsExecuted">False where the request failed before anything ran: there is no <c>data</c>.</param>
/// <param name="Code">The first error's <see cref="ErrorCode"/>; null where there is no error.</param>
public sealed record ApiAnswer(ReadOnlyMemory<byte> Json, bool IsExecuted, string? Code) : IDisposable
{
    /// <summary>True where the answer has errors.</summary>
    public bool HasErrors => Code is not null;

    /// <summary>True where it has data that is not null as a whole.</summary>
    public bool HasData { get; init; } = IsExecuted;

    internal IDisposable? Memory { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Memory?.Dispose();
}
