using CsrGraph.GraphQL;
using CsrGraph.Web;
using CsrGraph.Web.Documents;
using Microsoft.Extensions.Logging;

namespace CsrGraph.Cli.Settings;

/// <summary>The settings of one run, read from the environment and checked at its start.</summary>
public sealed class SettingValues
{
    private readonly Dictionary<Setting, string> given;

    private SettingValues(Dictionary<Setting, string> given) => this.given = given;

    /// <summary>The longest request body, in bytes.</summary>
    public int MaxBody => Whole(Setting.MaxBody);

    /// <summary>How the server serves at these addresses.</summary>
    /// <exception cref="FormatException">The folder of documents cannot be read, or is missing where nothing else is answered.</exception>
    public WebSettings Web(IReadOnlyList<Uri> addresses) => new(addresses, MaxBody)
    {
        Documents = Documents(this[Setting.Documents]),
        IsOnlyDocuments = Setting.ReadTruth(this[Setting.OnlyDocuments]),
        StatusCodes = WebSettings.ReadStatusCodes(this[Setting.StatusCodes]),
        PathBase = this[Setting.PathBase],
        Proxies = WebSettings.ReadProxies(this[Setting.Proxies]),
        Origins = WebSettings.ReadOrigins(this[Setting.Origins]),
        MaxExports = Whole(Setting.MaxExports),
        Token = this[Setting.Token] is { Length: > 0 } token ? token : null,
    };

    /// <summary>What one question may cost.</summary>
    public ApiOptions Limits => new()
    {
        MaxAnswerBytes = Whole(Setting.MaxAnswer),
        MaxTokens = Whole(Setting.MaxTokens),
        MaxDepth = Whole(Setting.MaxDepth),
        MaxSelectionDepth = Whole(Setting.MaxSelectionDepth),
        MaxFields = Whole(Setting.MaxFields),
        MaxComparisons = Whole(Setting.MaxComparisons),
        MaxAliases = Whole(Setting.MaxAliases),
        MaxDirectives = Whole(Setting.MaxDirectives),
        MaxInputObjects = Whole(Setting.MaxInputObjects),
        MaxListItems = Whole(Setting.MaxListItems),
        MaxCost = Whole(Setting.MaxCost),
        MaxIntrospection = Whole(Setting.MaxIntrospection),
        MaxRows = Whole(Setting.MaxRows),
        MaxPairs = Whole(Setting.MaxPairs),
        MaxProjectionRows = Whole(Setting.MaxProjectionRows),
        Timeout = TimeSpan.FromSeconds(Whole(Setting.Timeout)),
        MaxErrors = Whole(Setting.MaxErrors),
        MaxListeners = Whole(Setting.MaxListeners),
        TracesDocuments = Setting.ReadTruth(this[Setting.TraceDocuments]),
        HasIntrospection = Setting.ReadTruth(this[Setting.Introspection]),
    };

    /// <summary>The least level that is logged.</summary>
    public LogLevel LogLevel => Setting.ReadLogLevel(this[Setting.LogLevel]);

    /// <summary>The value of a setting: the environment's, else the default; empty where there is neither.</summary>
    public string this[Setting setting] => given.GetValueOrDefault(setting, setting.Default);

    /// <summary>Reads the settings.</summary>
    /// <param name="variable">Gives the value of an environment variable, or null.</param>
    /// <param name="problems">One sentence for each value that is wrong.</param>
    public static SettingValues Read(Func<string, string?> variable, out IReadOnlyList<string> problems)
    {
        var given = new Dictionary<Setting, string>();
        var found = new List<string>();
        foreach (var setting in Setting.All)
        {
            if (variable(setting.Variable) is not { } value) continue;
            try
            {
                setting.Check(value);
                given.Add(setting, value);
            }
            catch (FormatException e)
            {
                found.Add($"{setting.Variable}: {e.Message}");
            }
        }

        problems = found;
        return new SettingValues(given);
    }

    private IReadOnlyDictionary<string, string> Documents(string folder)
    {
        if (folder.Length > 0) return DocumentFolder.Read(folder);
        return Setting.ReadTruth(this[Setting.OnlyDocuments])
            ? throw new FormatException($"{Setting.OnlyDocuments.Variable} needs a folder in {Setting.Documents.Variable}")
            : new Dictionary<string, string>();
    }

    private int Whole(Setting setting) => Setting.ReadWhole(this[setting], 0, int.MaxValue);
}
