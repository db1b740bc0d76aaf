using System.Globalization;
using CsrGraph.Web;
using Microsoft.Extensions.Logging;

namespace CsrGraph.Cli.Settings;

/// <summary>A setting: an environment variable, and the option that overrules it where there is one.</summary>
/// <param name="Variable">The environment variable.</param>
/// <param name="Option">The option of the same meaning, or null.</param>
/// <param name="Default">What holds where neither is given, as text; empty where nothing does.</param>
/// <param name="Description">What it says, and its unit.</param>
/// <param name="Check">Throws <see cref="FormatException"/>, with what to write instead, where a value is none.</param>
public sealed record Setting(string Variable, string? Option, string Default, string Description, Action<string> Check)
{
    /// <summary>Where the graph is kept.</summary>
    public static Setting Store { get; } = new("CSRGRAPH_STORE", "--store", "data/csrgraph.db", "The store: a file, or neo4j", NotEmpty);

    /// <summary>The seed folder.</summary>
    public static Setting Seed { get; } = new("CSRGRAPH_SEED", "--seed", "seed", "The seed folder", NotEmpty);

    /// <summary>The folder of the raw texts.</summary>
    public static Setting Sources { get; } = new("CSRGRAPH_SOURCES", "--sources", "", "The folder with the raw texts of the sources", NotEmpty);

    /// <summary>Who loads.</summary>
    public static Setting Author { get; } = new("CSRGRAPH_AUTHOR", "--author", "", "Who loads; the user's name where nothing is said", NotEmpty);

    /// <summary>Where <c>serve</c> listens.</summary>
    public static Setting Urls { get; } = new(
        "CSRGRAPH_URLS",
        "--urls",
        "http://127.0.0.1:5080",
        "The addresses to serve at, separated by semicolons; port 0 takes any free one",
        text => WebSettings.ReadAddresses(text));

    /// <summary>The longest request body.</summary>
    public static Setting MaxBody { get; } = new(
        "CSRGRAPH_MAX_BODY",
        null,
        WebSettings.DefaultMaxBody.ToString(CultureInfo.InvariantCulture),
        "The longest body of a request, in bytes (1024 to 16777216)",
        text => ReadWhole(text, 1024, 16 * 1024 * 1024));

    /// <summary>What goes into the log.</summary>
    public static Setting LogLevel { get; } = new(
        "CSRGRAPH_LOG",
        null,
        nameof(Microsoft.Extensions.Logging.LogLevel.Warning),
        "What serve writes into its log, on standard error: Information, Warning, Error or None",
        text => ReadLogLevel(text));

    /// <summary>Every setting there is, in the order of the table.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Store, Seed, Sources, Author, Urls, MaxBody, LogLevel];

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="FormatException">It is none, or out of bounds.</exception>
    internal static int ReadWhole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"'{text}' is not a whole number from {least} to {most}");

    /// <summary>Reads the name of a log level.</summary>
    /// <exception cref="FormatException">It is none that the log has.</exception>
    internal static LogLevel ReadLogLevel(string text) => text switch
    {
        nameof(Microsoft.Extensions.Logging.LogLevel.Information) => Microsoft.Extensions.Logging.LogLevel.Information,
        nameof(Microsoft.Extensions.Logging.LogLevel.Warning) => Microsoft.Extensions.Logging.LogLevel.Warning,
        nameof(Microsoft.Extensions.Logging.LogLevel.Error) => Microsoft.Extensions.Logging.LogLevel.Error,
        nameof(Microsoft.Extensions.Logging.LogLevel.None) => Microsoft.Extensions.Logging.LogLevel.None,
        _ => throw new FormatException($"'{text}' is none of Information, Warning, Error, None"),
    };

    private static void NotEmpty(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new FormatException("it is empty");
    }
}
