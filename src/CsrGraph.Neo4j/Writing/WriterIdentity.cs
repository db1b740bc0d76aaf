using System.Diagnostics;
using System.Globalization;

namespace CsrGraph.Neo4j.Writing;

/// <summary>Who holds a lease, as it is kept: <c>process host since number</c>.</summary>
internal static class WriterIdentity
{
    /// <summary>A text for this process from now on.</summary>
    public static string Of(TimeProvider clock)
    {
        var since = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId} {Environment.MachineName} {since} {Guid.NewGuid():N}");
    }

    /// <summary>Who it is, as part of a sentence.</summary>
    public static string Say(string? holder) =>
        holder?.Split(' ') is [var process, var machine, var since, _] ? $"process {process} on {machine}, since {since}" : "somebody";

    /// <summary>True where it was a process of this machine that is no more: nobody has to wait for its lease to run out.</summary>
    public static bool IsGone(string? holder)
    {
        if (holder?.Split(' ') is not [var process, var machine, _, _] || machine != Environment.MachineName) return false;
        try
        {
            using var running = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
            return running.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
