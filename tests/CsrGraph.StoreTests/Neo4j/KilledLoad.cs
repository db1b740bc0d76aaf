using System.Diagnostics;
using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Exceptions;
using Xunit;

namespace CsrGraph.StoreTests.Neo4j;

/// <summary>A load by a process of its own that is killed at a moment that is told by how far it has come, so that no machine is too fast or too slow.</summary>
/// <param name="IsDone">True where it came to its end before it was killed.</param>
internal sealed record KilledLoad(bool IsDone)
{
    /// <summary>Kills it so long after it took a change, and not before its first write.</summary>
    public static Task<KilledLoad> RunAsync(int change, TimeSpan after, int loaded, int retracted) =>
        RunAsync((line, _) => int.TryParse(line, CultureInfo.InvariantCulture, out var taken) && taken >= change ? after : null, loaded, retracted);

    /// <summary>Kills it after its last change, when so much more of the time that it took till then has gone by.</summary>
    public static Task<KilledLoad> RunAsync(double after, int loaded, int retracted) =>
        RunAsync((line, took) => line == "all taken" ? took * after : null, loaded, retracted);

    private static async Task<KilledLoad> RunAsync(Func<string, TimeSpan, TimeSpan?> moment, int loaded, int retracted)
    {
        using var kill = new CancellationTokenSource();
        var (began, isDone, isSet) = (0L, false, false);
        var said = new StringBuilder();
        try
        {
            await Cli.Wrap("dotnet")
                .WithArguments([Path.Combine(AppContext.BaseDirectory, "CsrGraph.LoadProbe.dll"), "neo4j", "more", Text(loaded), Text(retracted)])
                .WithStandardOutputPipe(PipeTarget.ToDelegate(Heard))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(said))
                .ExecuteAsync(kill.Token);
        }
        catch (OperationCanceledException) when (kill.IsCancellationRequested)
        {
            Assert.NotEqual(0, began);
        }
        catch (CommandExecutionException exception)
        {
            Assert.Fail($"the load ended by itself: {exception.Message}\n{said}");
        }

        return new KilledLoad(isDone);

        void Heard(string line)
        {
            if (line == "writing") began = Stopwatch.GetTimestamp();
            isDone |= line == "done";
            if (isSet || moment(line, Stopwatch.GetElapsedTime(began)) is not { } delay) return;
            isSet = true;
            kill.CancelAfter(delay);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
