namespace CsrGraph.Query.Walks;

/// <summary>What was asked has no answer as it stands; whoever asks can mend that. The message says how.</summary>
public sealed class BadQuestionException(string message) : Exception(message);
