using System.Text.Json;
using CsrGraph.GraphQL;
using CsrGraph.Store;

namespace CsrGraph.Web;

/// <summary>
/// Answers a question. May throw <see cref="StoreUnavailableException"/> where the store cannot be asked at all; a client that hangs up cancels
/// the token.
/// </summary>
public delegate Task<ApiAnswer> AnswerGraphQL(ApiRequest request, CancellationToken cancellation);

/// <summary>
/// Answers a request whose answers may be many, such as a subscription; the stream is to be disposed of. May throw
/// <see cref="StoreUnavailableException"/>; a client that hangs up cancels the token.
/// </summary>
public delegate Task<ApiAnswers> ListenGraphQL(ApiRequest request, CancellationToken cancellation);

/// <summary>Reads the number of the last change-set from the store. May throw <see cref="StoreUnavailableException"/>.</summary>
public delegate Task<long> ReadHead(CancellationToken cancellation);

/// <summary>
/// Reads a filter of the field <c>projection</c>, of which it is the argument <c>filter</c> or <c>overFilter</c>. Throws <see cref="FormatException"/>
/// where it is none; the message says what is wrong.
/// </summary>
public delegate Task<EntityFilter> ReadProjectionFilter(string argument, JsonElement json);
