namespace CsrGraph.Cli;

/// <summary>What the user gave cannot be used; the message says why and what to do.</summary>
internal sealed class BadInputException(string message) : Exception(message);
