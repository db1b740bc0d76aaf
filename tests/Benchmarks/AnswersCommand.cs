using System.CommandLine;
using CsrGraph.Benchmarks.Http;

namespace CsrGraph.Benchmarks;

/// <summary>The verb <c>answers</c>.</summary>
internal static class AnswersCommand
{
    public static Command Create()
    {
        var rounds = SectorOptions.Rounds();
        var command = new Command("answers", "What the served answers cost in this process, without HTTP: the processor's time and the memory allocated.") { rounds };
        command.SetAction((parsed, cancellation) => AnswerBenchmark.RunAsync(parsed.GetRequiredValue(rounds), Console.Out, cancellation));
        return command;
    }
}
