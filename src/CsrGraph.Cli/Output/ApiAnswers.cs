using System.Globalization;
using System.Text.Json;
using CsrGraph.GraphQL;
using CsrGraph.Store;

namespace CsrGraph.Cli.Output;

/// <summary>Prints what the API answers to a question that a verb stands for.</summary>
internal sealed class ApiAnswers(Invocation invocation, IGraphStore store)
{
    /// <summary>Asks a question that stands within <c>asOf</c>, and prints one of its fields.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WriteAsync(string question, string field, AsOf asOf, object variables, CancellationToken cancellation)
    {
        var given = JsonSerializer.SerializeToNode(variables)!.AsObject();
        given["validAt"] = asOf.ValidAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        given["knownAt"] = asOf.Head;
        using var api = new GraphQLApi(
            invocation.Vocabulary, store, invocation.Settings.Limits with { OnFault = (id, fault) => invocation.Error.WriteLine($"{id}: {FaultReport.Of(fault)}") });
        using var answer = await api.AnswerAsync(new ApiRequest(question, Variables: JsonSerializer.SerializeToElement(given)), cancellation);
        using var json = JsonDocument.Parse(answer.Json);
        if (json.RootElement.TryGetProperty("errors", out var errors))
        {
            foreach (var error in errors.EnumerateArray()) invocation.Error.WriteLine(error.GetProperty("message").GetString());
            return answer.Code == ErrorCode.Internal ? ExitCode.Fault : ExitCode.BadInput;
        }

        var shown = json.RootElement.GetProperty("data").GetProperty("asOf").GetProperty(field);
        invocation.Out.WriteLine(PrettyJson.Of(JsonSerializer.SerializeToUtf8Bytes(shown)));
        return ExitCode.Done;
    }
}
