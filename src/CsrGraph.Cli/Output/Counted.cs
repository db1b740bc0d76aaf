namespace CsrGraph.Cli.Output;

/// <summary>Numbers with their noun.</summary>
internal static class Counted
{
    public static string Of(long number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
