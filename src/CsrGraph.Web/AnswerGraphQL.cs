using CsrGraph.GraphQL;

namespace CsrGraph.Web;

/// <summary>
/// Answers a question. May throw <see cref="Store.StoreUnavailableException"/> where the store cannot be asked at all; a client that hangs up cancels
/// the token.
/// </summary>
public delegate Task<ApiAnswer> AnswerGraphQL(ApiRequest request, CancellationToken cancellation);

/// <summary>
/// Answers a request whose answers may be many, such as a subscription; the stream is to be disposed of. May throw
/// <see cref="Store.StoreUnavailableException"/>; a client that hangs up cancels the token.
/// </summary>
public delegate Task<ApiAnswers> ListenGraphQL(ApiRequest request, CancellationToken cancellation);

/// <summary>Reads the number of the last change-set from the store. May throw <see cref="Store.StoreUnavailableException"/>.</summary>
public delegate Task<long> ReadHead(CancellationToken cancellation);
