using System.Globalization;
using System.Text.RegularExpressions;

namespace CsrGraph.EndToEndTests;

/// <summary>What processes hold in memory, on Linux.</summary>
internal static partial class Memory
{
    /// <summary>In kB.</summary>
    public static long Resident(int process) =>
        long.Parse(ResidentSize().Match(File.ReadAllText($"/proc/{process}/status")).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"VmRSS:\s+(\d+) kB")]
    private static partial Regex ResidentSize();
}
