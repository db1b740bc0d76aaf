using System.Collections;
using CliWrap;

namespace CsrGraph.EndToEndTests;

/// <summary>The lines that a process has printed so far.</summary>
internal sealed class LineList : IReadOnlyList<string>
{
    private readonly List<string> lines = [];
    private readonly List<(string Beginning, TaskCompletionSource<string> Found)> awaited = [];

    public int Count => Copy().Length;

    public string this[int index] => Copy()[index];

    public void Add(string line)
    {
        lock (lines)
        {
            lines.Add(line);
            foreach (var (beginning, found) in awaited)
            {
                if (line.StartsWith(beginning, StringComparison.Ordinal)) found.TrySetResult(line);
            }
        }
    }

    /// <summary>The first line that begins so; an error with all lines where the process ends before.</summary>
    public async Task<string> WaitForAsync(string beginning, CommandTask<CommandResult> running)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (lines)
        {
            if (lines.Find(l => l.StartsWith(beginning, StringComparison.Ordinal)) is { } there) return there;
            awaited.Add((beginning, found));
        }

        if (await Task.WhenAny(found.Task, running.Task) == found.Task) return await found.Task;
        throw new InvalidOperationException($"it ended with {(await running.Task).ExitCode} and said: {string.Join('\n', Copy())}");
    }

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)Copy()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string[] Copy()
    {
        lock (lines) return [.. lines];
    }
}
