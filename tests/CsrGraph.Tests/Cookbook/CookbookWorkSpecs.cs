using System.Globalization;
using CsrGraph.GraphQL;
using CsrGraph.Sqlite;
using CsrGraph.Tests.GraphQL;
using CsrGraph.Tests.Seeding.RealSeeds;
using Xunit;

namespace CsrGraph.Tests.Cookbook;

/// <summary>
/// What each question of the cookbook takes in SQLite: statements, rows, and steps of SQLite's machine, which bound the rows that are read. It may take
/// a little more than is written in <c>work.tsv</c>, as the seeds grow; where it has to take much more, the new numbers stand in the failure.
/// </summary>
public sealed class CookbookWorkSpecs
{
    private const double Grows = 1.25;

    [Fact]
    public async Task No_question_of_the_cookbook_takes_much_more_than_it_did()
    {
        await using var seeds = await LoadedSeeds.LoadAsync();
        var recorded = Recorded();
        var now = new List<string>();
        var worse = new List<string>();
        foreach (var (title, (question, _)) in CookbookSpecs.Read())
        {
            var work = await MeasureAsync(seeds.File, question);
            now.Add(string.Create(CultureInfo.InvariantCulture, $"{title}\t{work.Statements}\t{work.Rows}\t{work.Steps}"));
            if (!recorded.TryGetValue(title, out var before)) worse.Add($"{title}: is not recorded");
            else if (work.Statements > before.Statements || work.Rows > before.Rows * Grows || work.Steps > before.Steps * Grows) worse.Add($"{title}: {before} before, {work} now");
        }

        Assert.True(worse.Count == 0, $"{string.Join('\n', worse)}\nAll of them now:\n{string.Join('\n', now)}");
    }

    // A store of its own for each, so that it remembers nothing of the one before.
    private static async Task<Work> MeasureAsync(string file, string question)
    {
        var sum = default(Work);
        await using var store = await SqliteGraphStore.OpenAsync(
            new SqliteStoreOptions(file) { Readers = 1, OnStatement = w => sum = new Work(sum.Statements + 1, sum.Rows + w.Rows, sum.Steps + w.Steps) });
        using var ask = new Asking(new GraphQLApi(LoadedSeeds.Terms, store));
        await ask.AnswerAsync(question);
        return sum;
    }

    private static Dictionary<string, Work> Recorded() => File.ReadLines(Path.Combine(SharedFiles.RepositoryRoot(), "tests", "CsrGraph.Tests", "Cookbook", "work.tsv"))
        .Select(line => line.Split('\t'))
        .ToDictionary(f => f[0], f => new Work(Number(f[1]), Number(f[2]), Number(f[3])));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private readonly record struct Work(long Statements, long Rows, long Steps);
}
