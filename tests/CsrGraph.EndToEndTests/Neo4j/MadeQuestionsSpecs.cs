using System.Globalization;
using System.Text.Json;
using CsCheck;
using CsrGraph.Tests.GraphQL;
using Xunit;

namespace CsrGraph.EndToEndTests.Neo4j;

/// <summary>Puts the same made questions over HTTP to a server over Neo4j and to one over a file, both with the real seeds.</summary>
[Collection(Neo4jDefinition.Name)]
public sealed class MadeQuestionsSpecs(SeedsInNeo4j seeds, ITestOutputHelper output)
{
    private static readonly int Questions = Variable("CSRGRAPH_QUESTIONS") is { } number
        ? int.Parse(number, CultureInfo.InvariantCulture)
        : Variable("CSRGRAPH_FULL") is null ? 75 : 300;

    // Of those that are made few lead on to something. Each so many-th is asked whatever it leads to.
    private const int MostMade = 100;
    private const int Whatever = 50;

    [Fact]
    public async Task Made_questions_are_answered_alike()
    {
        Neo4jServer.Need();

        // Neo4j plans each anew, which a busy machine may take long for.
        seeds.Csrgraph.Variables["CSRGRAPH_TIMEOUT"] = "300";
        await using var file = await Serving.StartAsync(seeds.Csrgraph, "--seed", Csrgraph.Seeds, "--store", "file.db");
        await using var neo4j = await Serving.StartAsync(seeds.Csrgraph, "--seed", Csrgraph.Seeds, "--store", "neo4j");
        seeds.Csrgraph.Variables.Remove("CSRGRAPH_TIMEOUT");
        var questions = SelectionGen.Over((await seeds.Csrgraph.RunAsync("schema")).StandardOutput);
        var random = new PCG((uint)Random.Shared.Next());
        var (made, told) = (0, 0);
        while (told < Questions && made < MostMade * Questions)
        {
            var question = questions.Generate(random, null, out _);
            var expected = await file.AskAsync(question);
            if (++made % Whatever != 0 && Lists(expected) < 2) continue;
            told++;
            var (right, given) = (Moments.Hide(expected.GetRawText()), Moments.Hide((await neo4j.AskAsync(question)).GetRawText()));
            if (given != right) Assert.Fail($"{question}\n== file\n{right}\n== neo4j\n{given}");
        }

        output.WriteLine($"{told} questions, of {made} that were made");
        Assert.Equal(Questions, told);
    }

    // How many lists with something in them lie within each other.
    private static int Lists(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Object => answer.EnumerateObject().Select(p => Lists(p.Value)).DefaultIfEmpty().Max(),
        JsonValueKind.Array when answer.GetArrayLength() > 0 => 1 + answer.EnumerateArray().Max(Lists),
        _ => 0,
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
