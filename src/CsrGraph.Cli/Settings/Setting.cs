using System.Globalization;
using CsrGraph.GraphQL;
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
    // Before the settings that take their defaults from it: static members are set in the order of the text.
    private static readonly ApiOptions Limits = new();

    /// <summary>Where the graph is kept.</summary>
    public static Setting Store { get; } = new("CSRGRAPH_STORE", "--store", "data/csrgraph.db", "The file that holds the graph, or neo4j", NotEmpty);

    /// <summary>Where a Neo4j's address and credentials are.</summary>
    public static Setting Neo4jFile { get; } = new(
        "CSRGRAPH_NEO4J_ENV", "--neo4j-env", "", "With the store neo4j: a file of NEO4J_URI and friends, instead of the environment", NotEmpty);

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

    /// <summary>The path under which a proxy shows the server.</summary>
    public static Setting PathBase { get; } = new(
        "CSRGRAPH_PATH_BASE", null, "", "The path under which a proxy shows the server, such as /graph", text => WebSettings.ReadPathBase(text));

    /// <summary>Whose forwarded headers are believed.</summary>
    public static Setting Proxies { get; } = new(
        "CSRGRAPH_PROXIES", null, "", "The IP addresses of proxies whose X-Forwarded headers are believed, separated by semicolons", text => WebSettings.ReadProxies(text));

    /// <summary>Whose pages may ask.</summary>
    public static Setting Origins { get; } = new(
        "CSRGRAPH_ORIGINS", null, "", "The origins whose pages may ask (CORS), separated by semicolons; * for all", text => WebSettings.ReadOrigins(text));

    /// <summary>What questions have to bring.</summary>
    public static Setting Token { get; } = new(
        "CSRGRAPH_TOKEN", null, "", "A token, of at least 16 characters, that every question has to bring as a bearer token", text => WebSettings.ReadToken(text));

    /// <summary>The longest request body.</summary>
    public static Setting MaxBody { get; } = Number("CSRGRAPH_MAX_BODY", WebSettings.DefaultMaxBody, 1024, 16 << 20, "The longest body of a request, in bytes");

    /// <summary>The longest answer.</summary>
    public static Setting MaxAnswer { get; } = Number("CSRGRAPH_MAX_ANSWER", Limits.MaxAnswerBytes, 1024, 256 << 20, "The longest answer, in bytes");

    /// <summary>The most tokens of a document.</summary>
    public static Setting MaxTokens { get; } = Number("CSRGRAPH_MAX_TOKENS", Limits.MaxTokens, 100, 1_000_000, "The most tokens of a GraphQL document");

    /// <summary>The most fields of a document.</summary>
    public static Setting MaxFields { get; } = Number("CSRGRAPH_MAX_FIELDS", Limits.MaxFields, 100, 1_000_000, "The most fields of a document, its fragments spread");

    /// <summary>What goes into the log.</summary>
    public static Setting LogLevel { get; } = new(
        "CSRGRAPH_LOG",
        null,
        nameof(Microsoft.Extensions.Logging.LogLevel.Warning),
        "What serve writes into its log, on standard error: Information, Warning, Error or None",
        text => ReadLogLevel(text));

    /// <summary>Every setting there is, in the order of the table.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Store, Neo4jFile, Seed, Sources, Author, Urls, PathBase, Proxies, Origins, Token, MaxBody, MaxAnswer, MaxTokens, MaxFields, LogLevel];

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

    private static Setting Number(string variable, int usual, int least, int most, string description) => new(
        variable, null, usual.ToString(CultureInfo.InvariantCulture), $"{description}, from {least} to {most}", text => ReadWhole(text, least, most));

    private static void NotEmpty(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new FormatException("it is empty");
    }
}
