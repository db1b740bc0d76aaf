using System.CommandLine;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>search</c>.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("store") { Description = "The SQLite file of a store with names, such as csrgraph generate makes" };
        var texts = new Option<string[]>("--text") { Description = "What is searched for; some texts, common ones among them, where none is given", AllowMultipleArgumentsPerToken = true };
        var rounds = SectorOptions.Rounds();
        var command = new Command("search", "Searches in this process: the store's SQL alone, the store, and the whole way from a question to an answer.") { file, texts, rounds };
        command.SetAction((parsed, cancellation) => SearchBenchmark.RunAsync(
            parsed.GetRequiredValue(file),
            parsed.GetValue(texts) is { Length: > 0 } given ? given : Questions.SearchTexts.All,
            parsed.GetRequiredValue(rounds),
            Console.Out,
            cancellation));
        return command;
    }
}
