namespace CsrGraph.Cli.Output;

/// <summary>Numbers with their noun.</summary>
internal static class Counted
{
    public static string Of(long number, string noun) => Of(number, noun, noun + "s");

    public static string Of(long number, string one, string several) => number == 1 ? $"1 {one}" : $"{number} {several}";
}
