using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CsrGraph.GraphQL;

namespace CsrGraph.Fuzz;

/// <summary>Asks one made-up request after the other, and looks at what comes back.</summary>
internal sealed class FuzzRun(Target target, IDocumentMaker maker, TextWriter to)
{
    private const double TooSlow = 500;

    private readonly SortedDictionary<string, long> answers = new(StringComparer.Ordinal);
    private double slowest;

    public async Task<int> RunAsync(string kind, int seed, long documents, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var asked = 0L;
        var status = 0;
        while (status == 0 && asked < documents && watch.Elapsed < time)
        {
            asked++;
            if (maker.Next() is not { } request) Count("NO_JSON");
            else status = await AskAsync(request);
            if (asked % 100_000 == 0) Report(kind, seed, asked, watch.Elapsed);
        }

        Report(kind, seed, asked, watch.Elapsed);
        return status;
    }

    private async Task<int> AskAsync(ApiRequest request)
    {
        var (answer, took, problem) = await TryAsync(request);

        // What happens once in a while, such as the collection of garbage, is not the request's doing.
        for (var again = 0; problem is null && took > TooSlow && again < 3; again++) (answer, took, problem) = await TryAsync(request);
        if (problem is null && took > TooSlow) problem = $"it took {took:0} ms";
        if (problem is not null)
        {
            await to.WriteLineAsync($"{problem}\n{JsonSerializer.Serialize(new { request.Query, request.OperationName, request.Variables })}");
            return 1;
        }

        slowest = Math.Max(slowest, took);
        Count(answer!.Code ?? (answer.IsExecuted ? "ANSWERED" : "?"));
        return 0;
    }

    private async Task<(ApiAnswer? Answer, double Milliseconds, string? Problem)> TryAsync(ApiRequest request)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        try
        {
            using var answer = await target.AskAsync(request);

            // On a machine that has other things to do, the processor's time says how long it would have taken on one that has not.
            var took = Math.Min(watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            return (answer, took, target.TakeFault()?.ToString() ?? ProblemOf(answer));
        }
#pragma warning disable CA1031 // Whatever comes out is what is looked for; it is reported with its request.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return (null, 0, e.ToString());
        }
    }

    private static string? ProblemOf(ApiAnswer answer)
    {
        using var json = JsonDocument.Parse(answer.Json, new JsonDocumentOptions { MaxDepth = 512 });
        var hasErrors = json.RootElement.TryGetProperty("errors", out var errors);
        if (json.RootElement.TryGetProperty("data", out _) != answer.IsExecuted) return "data is there where nothing was executed, or the other way round";
        if (hasErrors != answer.HasErrors || (!hasErrors && !answer.IsExecuted)) return "it has neither data nor errors";
        foreach (var error in hasErrors ? errors.EnumerateArray() : default)
        {
            var code = error.GetProperty("extensions").GetProperty("code").GetString()!;
            if (code == ErrorCode.Internal || !ErrorCode.All.Contains(code)) return $"{code}: {error}";
            if (code == ErrorCode.LimitExceeded && !error.GetProperty("extensions").TryGetProperty("allowed", out _)) return $"a limit is not named: {error}";
        }

        return null;
    }

    private void Count(string outcome) => answers[outcome] = answers.GetValueOrDefault(outcome) + 1;

    private void Report(string kind, int seed, long asked, TimeSpan time) => to.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{kind}: {asked} documents in {time.TotalSeconds:0} s with seed {seed}; slowest {slowest:0} ms; {string.Join(", ", answers.Select(a => $"{a.Key} {a.Value}"))}"));
}
