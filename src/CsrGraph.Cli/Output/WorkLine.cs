using System.Globalization;
using CsrGraph.Seeding;

namespace CsrGraph.Cli.Output;

/// <summary>Says in one line how far work has come: <c>loading: 1,200,000 claims, 52 %, 43,000 a second, 26 s left</c>.</summary>
internal sealed class WorkLine(WorkProgress work, TimeProvider time)
{
    private long began = time.GetTimestamp();
    private string what = work.What;

    public string Say()
    {
        // Each piece of work has a rate of its own; the first may begin a little after this line.
        if (work.What != what && what.Length > 0) began = time.GetTimestamp();
        what = work.What;
        var seconds = time.GetElapsedTime(began).TotalSeconds;
        var parts = new List<string>();
        if (work.Claims > 0) parts.Add(Text($"{work.Claims:N0} claims"));
        if (work.Part is { } part)
        {
            parts.Add(Text($"{part * 100:0} %"));
            if (work.Claims > 0 && seconds > 0) parts.Add(Text($"{work.Claims / seconds:N0} a second"));
            if (part > 0.01 && seconds >= 1) parts.Add(Text($"{seconds * (1 - part) / part:0} s left"));
        }

        return parts.Count == 0 ? $"{what} …" : $"{what}: {string.Join(", ", parts)}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
