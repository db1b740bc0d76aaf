namespace CsrGraph.Web;

/// <summary>How far a question came.</summary>
public enum AnswerOutcome
{
    /// <summary>It was executed: the answer has <c>data</c>, perhaps with errors beside it.</summary>
    Executed,

    /// <summary>It was refused before it was executed: the answer has <c>errors</c> alone.</summary>
    Refused,

    /// <summary>It is no query, and <see cref="GraphQLQuestion.QueriesOnly"/> was asked for: the answer has <c>errors</c> alone.</summary>
    NotAQuery,
}

/// <summary>What comes back.</summary>
/// <param name="Outcome">How far the question came; decides the status.</param>
/// <param name="Json">The response as the GraphQL specification says, in UTF-8.</param>
public readonly record struct GraphQLAnswer(AnswerOutcome Outcome, ReadOnlyMemory<byte> Json);

/// <summary>Answers a question. May throw <see cref="Store.StoreUnavailableException"/>; a client that hangs up cancels the token.</summary>
public delegate Task<GraphQLAnswer> AnswerGraphQL(GraphQLQuestion question, CancellationToken cancellation);

/// <summary>Reads the number of the last change-set from the store. May throw <see cref="Store.StoreUnavailableException"/>.</summary>
public delegate Task<long> ReadHead(CancellationToken cancellation);
