namespace CsrGraph.Query.Walks;

/// <summary>Refuses numbers that are out of bounds.</summary>
internal static class Bounds
{
    /// <exception cref="BadQuestionException">It is.</exception>
    public static void Require(string name, int value, int least, int most)
    {
        if (value < least || value > most) throw new BadQuestionException($"'{name}' is {value}; it must be from {least} to {most}");
    }
}
