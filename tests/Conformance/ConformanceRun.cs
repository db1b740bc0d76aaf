using System.Text.Json.Nodes;
using CsrGraph.GraphQL;
using CsrGraph.GraphQL.Execution;
using CsrGraph.GraphQL.Limits;
using GraphQL;
using GraphQL.Types;

namespace CsrGraph.Conformance;

/// <summary>How the cases of one file came out.</summary>
/// <param name="Name">The file.</param>
/// <param name="Cases">How many cases it has.</param>
/// <param name="Agreed">How many were answered as expected.</param>
/// <param name="First">The first that were not.</param>
internal sealed record FileReport(string Name, int Cases, int Agreed, IReadOnlyList<string> First);

/// <summary>Runs cases through the level strategy, behind the guards with their limits lifted.</summary>
internal sealed class ConformanceRun
{
    private const int MostDifferences = 5;

    private static readonly ApiOptions Unlimited = new()
    {
        MaxTokens = int.MaxValue,
        MaxDepth = 10_000,
        MaxSelectionDepth = int.MaxValue,
        MaxFields = int.MaxValue,
        MaxComparisons = int.MaxValue,
        MaxAliases = int.MaxValue,
        MaxDirectives = int.MaxValue,
        MaxInputObjects = int.MaxValue,
        MaxListItems = int.MaxValue,
        MaxAnswerBytes = int.MaxValue,
        MaxErrors = int.MaxValue,
    };

    private readonly QueryExecuter executer;
    private readonly AnswerWriter writer = new(new ErrorShape(Unlimited));

    private readonly Schema schema;

    // An executer keeps the documents that one schema found good.
    private ConformanceRun(Schema schema)
    {
        this.schema = schema;
        var strategy = new LevelStrategy();
        executer = new QueryExecuter(Unlimited, () => strategy);
    }

    /// <summary>Runs every file of a folder.</summary>
    public static async Task<IReadOnlyList<FileReport>> OfAsync(string path, CancellationToken cancellation)
    {
        var folder = CaseFolder.Read(path);
        var runs = new Dictionary<string, ConformanceRun>(StringComparer.Ordinal);
        var reports = new List<FileReport>();
        foreach (var (name, cases) in folder.Files)
        {
            var differences = new List<string>();
            foreach (var asked in cases)
            {
                if (!runs.TryGetValue(asked.Schema, out var run)) runs.Add(asked.Schema, run = new ConformanceRun(WiredSchema.Of(folder.Schemas[asked.Schema])));
                var given = await run.AnswerAsync(asked, cancellation);
                if (Difference(asked, given) is { } difference) differences.Add(Shown(asked, given, difference));
            }

            reports.Add(new FileReport(name, cases.Count, cases.Count - differences.Count, [.. differences.Take(MostDifferences)]));
        }

        return reports;
    }

    private async Task<JsonObject> AnswerAsync(Case asked, CancellationToken cancellation)
    {
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = asked.Query,
            Root = asked,
            Variables = new Inputs(JsonValues.Members(asked.Variables, "variables")),
            CancellationToken = cancellation,
        });
        using var written = writer.Write(result);
        return JsonNode.Parse(written.Written.Span)!.AsObject();
    }

    private static string Shown(Case asked, JsonObject given, string difference) =>
        $"  {difference}\n{asked.Query}\n  variables {asked.Variables}\n  expected  {asked.Expected.ToJsonString()}\n  given     {given.ToJsonString()}";

    // Null where they agree: the same data; of errors the same number, and the same paths where one is expected. An object's order does not count.
    private static string? Difference(Case asked, JsonObject given)
    {
        if (!JsonNode.DeepEquals(asked.Expected["data"], given["data"])) return "other data";
        if (!asked.ComparesErrors) return null;
        var (expected, errors) = (asked.Expected["errors"]?.AsArray() ?? [], given["errors"]?.AsArray() ?? []);
        if (expected.Count != errors.Count) return $"{errors.Count} errors instead of {expected.Count}";
        return expected.Any(e => e!["path"] is not null) && !Paths(expected).SequenceEqual(Paths(errors)) ? "errors at other places" : null;
    }

    private static IEnumerable<string> Paths(JsonArray errors) => errors.Select(e => e!["path"]?.ToJsonString() ?? "").Order(StringComparer.Ordinal);
}
