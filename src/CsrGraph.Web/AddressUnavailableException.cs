namespace CsrGraph.Web;

/// <summary>The server cannot listen where it was told to; the message says why and what to do.</summary>
public sealed class AddressUnavailableException(string message, Exception inner) : Exception(message, inner);
