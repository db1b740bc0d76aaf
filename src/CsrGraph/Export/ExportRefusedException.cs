namespace CsrGraph.Export;

/// <summary>What is asked for cannot be exported; the message says why and what to ask for instead.</summary>
public sealed class ExportRefusedException(string message) : Exception(message);
