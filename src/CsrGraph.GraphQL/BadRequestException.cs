namespace CsrGraph.GraphQL;

/// <summary>What came is no request; whoever sent it can mend it. The message says how.</summary>
public sealed class BadRequestException(string message, Exception? inner = null) : Exception(message, inner);
