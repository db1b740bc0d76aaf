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

    /// <summary>The deepest nesting of a document. A larger one would need more of a thread's stack than there may be.</summary>
    public static Setting MaxDepth { get; } = Number("CSRGRAPH_MAX_DEPTH", Limits.MaxDepth, 8, 128, "The deepest nesting of a document's syntax");

    /// <summary>The deepest nesting of selections.</summary>
    public static Setting MaxSelectionDepth { get; } = Number(
        "CSRGRAPH_MAX_SELECTION_DEPTH", Limits.MaxSelectionDepth, 4, 128, "The deepest nesting of selections, fragments spread");

    /// <summary>The most comparisons.</summary>
    public static Setting MaxComparisons { get; } = Number(
        "CSRGRAPH_MAX_COMPARISONS", Limits.MaxComparisons, 100, 10_000_000, "The most comparisons of fields of one name to merge them");

    /// <summary>The most aliases.</summary>
    public static Setting MaxAliases { get; } = Number("CSRGRAPH_MAX_ALIASES", Limits.MaxAliases, 1, 10_000, "The most aliases of one field in one selection");

    /// <summary>The most directives.</summary>
    public static Setting MaxDirectives { get; } = Number("CSRGRAPH_MAX_DIRECTIVES", Limits.MaxDirectives, 1, 1_000, "The most directives in one place");

    /// <summary>The most input objects.</summary>
    public static Setting MaxInputObjects { get; } = Number(
        "CSRGRAPH_MAX_INPUT_OBJECTS", Limits.MaxInputObjects, 10, 10_000, "The most input objects, such as terms of filters, of a question");

    /// <summary>The most items of a list.</summary>
    public static Setting MaxListItems { get; } = Number("CSRGRAPH_MAX_LIST_ITEMS", Limits.MaxListItems, 100, 10_000, "The most items of one list in a question");

    /// <summary>The most that a question may cost.</summary>
    public static Setting MaxCost { get; } = Number(
        "CSRGRAPH_MAX_COST", Limits.MaxCost, 100, 100_000_000, "The most objects that a question may lead to by its pages");

    /// <summary>The most of the schema that a question may lead to.</summary>
    public static Setting MaxIntrospection { get; } = Number(
        "CSRGRAPH_MAX_INTROSPECTION", Limits.MaxIntrospection, 100, 100_000_000, "The most objects and values of the schema itself that a question may lead to");

    /// <summary>The most rows of a question.</summary>
    public static Setting MaxRows { get; } = Number("CSRGRAPH_MAX_ROWS", Limits.MaxRows, 100, 100_000_000, "The most rows that a question may get from the store");

    /// <summary>The most pairs of a projection.</summary>
    public static Setting MaxPairs { get; } = Number(
        "CSRGRAPH_MAX_PAIRS", Limits.MaxPairs, 100, 100_000_000, "The most pairs of a projection, added up over what they take part in");

    /// <summary>The most rows of a projection.</summary>
    public static Setting MaxProjectionRows { get; } = Number(
        "CSRGRAPH_MAX_PROJECTION_ROWS", Limits.MaxProjectionRows, 100, 100_000_000, "The most rows that one projection may read from the store");

    /// <summary>How long a question is worked on.</summary>
    public static Setting Timeout { get; } = Number(
        "CSRGRAPH_TIMEOUT", (int)Limits.Timeout.TotalSeconds, 1, 3_600, "How long a question is worked on, in seconds");

    /// <summary>The most errors of an answer.</summary>
    public static Setting MaxErrors { get; } = Number("CSRGRAPH_MAX_ERRORS", Limits.MaxErrors, 1, 10_000, "The most errors that an answer shows");

    /// <summary>How many may listen.</summary>
    public static Setting MaxListeners { get; } = Number(
        "CSRGRAPH_MAX_LISTENERS", Limits.MaxListeners, 0, 100_000, "How many subscriptions may be listened to at once");

    /// <summary>How many exports may be sent.</summary>
    public static Setting MaxExports { get; } = Number("CSRGRAPH_MAX_EXPORTS", WebSettings.DefaultMaxExports, 0, 1_000, "How many exports may be sent at once");

    /// <summary>Whether the schema may be asked for.</summary>
    public static Setting Introspection { get; } = new(
        "CSRGRAPH_INTROSPECTION", null, "true", "Whether the schema may be asked for: true or false; where false, errors name nothing of it", text => ReadTruth(text));

    /// <summary>The documents that can be asked by their hash.</summary>
    public static Setting Documents { get; } = new(
        "CSRGRAPH_DOCUMENTS", null, "", "A folder of .graphql files that can be asked by documentId, sha256: and the file's hash", NotEmpty);

    /// <summary>Whether others are answered.</summary>
    public static Setting OnlyDocuments { get; } = new(
        "CSRGRAPH_ONLY_DOCUMENTS", null, "false", "Whether only the documents of CSRGRAPH_DOCUMENTS are answered: true or false", text => ReadTruth(text));

    /// <summary>Which statuses answers have.</summary>
    public static Setting StatusCodes { get; } = new(
        "CSRGRAPH_STATUS_CODES",
        null,
        "2025",
        "The edition of GraphQL over HTTP whose statuses application/graphql-response+json gets: 2025, or 2026 with 422 and 294",
        text => WebSettings.ReadStatusCodes(text));

    /// <summary>What goes into the log.</summary>
    public static Setting LogLevel { get; } = new(
        "CSRGRAPH_LOG",
        null,
        nameof(Microsoft.Extensions.Logging.LogLevel.Warning),
        "What serve writes into its log, on standard error: Information, Warning, Error or None",
        text => ReadLogLevel(text));

    /// <summary>How the log is written.</summary>
    public static Setting LogFormat { get; } = new(
        "CSRGRAPH_LOG_FORMAT", null, "text", "How serve writes its log: text, a line each; or json, an object each with every value by its name", text => ReadIsJson(text));

    /// <summary>Where traces and measurements go.</summary>
    public static Setting Collector { get; } = new(
        "OTEL_EXPORTER_OTLP_ENDPOINT", null, "", "The OpenTelemetry collector that serve tells of its work; nothing is sent where none is named", text => ReadCollector(text));

    /// <summary>Whether traces have documents.</summary>
    public static Setting TraceDocuments { get; } = new(
        "CSRGRAPH_TRACE_DOCUMENTS", null, "false", "Whether traces have the text of documents: true or false", text => ReadTruth(text));

    /// <summary>Every setting there is, in the order of the table.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Store, Neo4jFile, Seed, Sources, Author, Urls, PathBase, Proxies, Origins, Token, Introspection, Documents, OnlyDocuments, StatusCodes,
        MaxBody, MaxAnswer, MaxTokens, MaxDepth, MaxSelectionDepth, MaxFields, MaxComparisons, MaxAliases, MaxDirectives, MaxInputObjects, MaxListItems, MaxCost, MaxIntrospection, MaxRows,
        MaxPairs, MaxProjectionRows,
        Timeout, MaxErrors, MaxListeners, MaxExports, LogLevel, LogFormat, Collector, TraceDocuments,
    ];

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="FormatException">It is none, or out of bounds.</exception>
    internal static int ReadWhole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"'{text}' is not a whole number from {least} to {most}");

    /// <summary>Reads whether something holds.</summary>
    /// <exception cref="FormatException">It is neither true nor false.</exception>
    internal static bool ReadTruth(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw new FormatException($"'{text}' is neither true nor false"),
    };

    /// <summary>Reads whether the log is JSON.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    internal static bool ReadIsJson(string text) => text switch
    {
        "json" => true,
        "text" => false,
        _ => throw new FormatException($"'{text}' is neither text nor json"),
    };

    /// <summary>Reads a collector's address.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static Uri ReadCollector(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new FormatException($"'{text}' is no address such as http://127.0.0.1:4317");

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
