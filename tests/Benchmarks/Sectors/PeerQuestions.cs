namespace CsrGraph.Benchmarks.Sectors;

/// <summary>What is asked of a sector, the same for the same round.</summary>
internal static class PeerQuestions
{
    private const int IdsAQuestion = 100;

    /// <summary>Each question with its file and the variables of a round.</summary>
    public static IEnumerable<(string Title, string File, Func<int, object?> Variables)> Of(PeerSector sector)
    {
        yield return ("100 events at random", "bench.graphql", round => new { ids = Ids(round, IdsAQuestion, sector) });
        yield return ("one event by id", "by-id.graphql", round => new { id = Ids(round, 1, sector)[0] });
    }

    /// <summary>A question's document.</summary>
    public static string Read(string question) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Questions", question));

    private static string[] Ids(int round, int count, PeerSector sector)
    {
        var random = new Random(round);
        return [.. Enumerable.Range(0, int.MaxValue).Select(_ => random.Next(sector.Events)).Distinct().Take(count).Select(PeerSector.Event)];
    }
}
