using System.Text;
using CsrGraph.Tests;
using Snapshooter.Xunit3;
using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>Every question of <c>cypher/cookbook</c> runs as it stands, over the real seeds, and answers what it did.</summary>
[Collection(Neo4jDefinition.Name)]
#pragma warning disable CS9113 // The fixture loads the seeds; nothing else is wanted of it.
public sealed class CypherCookbookSpecs(SeedsInNeo4j seeds)
#pragma warning restore CS9113
{
    [Fact]
    public async Task Every_question_answers_what_it_did()
    {
        Neo4jServer.Need();
        var answers = new StringBuilder();
        foreach (var file in Directory.GetFiles(Path.Combine(SharedFiles.RepositoryRoot(), "cypher", "cookbook"), "*.cypher").Order(StringComparer.Ordinal))
        {
            var statement = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim().TrimEnd(';');
            var rows = await Neo4jServer.AskAsync(statement);
            Assert.NotEmpty(rows);
            answers.AppendLine(Path.GetFileNameWithoutExtension(file));
            foreach (var row in rows) answers.Append("  ").AppendLine(string.Join(" | ", row.EnumerateArray().Select(v => v.ToString())));
        }

        answers.ToString().MatchSnapshot();
    }
}
