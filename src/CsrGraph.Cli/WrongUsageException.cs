namespace CsrGraph.Cli;

/// <summary>The command asks for what does not exist; the message says what does.</summary>
internal sealed class WrongUsageException(string message) : Exception(message);
