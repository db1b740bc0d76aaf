using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsrGraph.GraphQL;
using CsrGraph.Tests.GraphQL;
using CsrGraph.Tests.Seeding.RealSeeds;
using Xunit;

namespace CsrGraph.Tests.Cookbook;

/// <summary>docs/cookbook.md is true: each of its questions gives the answer that stands below it.</summary>
public sealed partial class CookbookSpecs(CookbookSpecs.Loaded loaded) : IClassFixture<CookbookSpecs.Loaded>
{
    public static TheoryData<string> Questions => [.. Read().Keys];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_of_the_cookbook_gives_its_answer(string title)
    {
        var (question, answer) = Read()[title];
        var given = await loaded.Ask.AnswerAsync(question);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(answer), given), given.ToJsonString());
    }

    [Fact]
    public void The_cookbook_has_no_question_without_an_answer()
    {
        var text = Text();
        Assert.Equal(Read().Count, Heading().Count(text));
        Assert.True(Read().Count >= 20);
    }

    /// <summary>Each question with the answer that stands below it, by its title.</summary>
    internal static Dictionary<string, (string Question, string Answer)> Read() =>
        Recipe().Matches(Text()).ToDictionary(m => m.Groups["title"].Value, m => (m.Groups["question"].Value, m.Groups["answer"].Value));

    private static string Text() => File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot(), "docs", "cookbook.md"));

    [GeneratedRegex(@"^## (?<title>.*?)\n(?:(?!^## )[\s\S])*?^```graphql\n(?<question>[\s\S]*?)^```\n\n^```json\n(?<answer>[\s\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex Recipe();

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    /// <summary>The API over the repository's seeds in SQLite; made once.</summary>
    public sealed class Loaded : IAsyncLifetime
    {
        private LoadedSeeds? seeds;

        internal Asking Ask { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            seeds = await LoadedSeeds.LoadAsync();
            Ask = new Asking(new GraphQLApi(LoadedSeeds.Terms, seeds.Store));
        }

        public async ValueTask DisposeAsync()
        {
            Ask?.Dispose();
            if (seeds is not null) await seeds.DisposeAsync();
        }
    }
}
