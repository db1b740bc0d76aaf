using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace CsrGraph.Web.Ide;

/// <summary>Altair's page, and the script that starts it with our address and questions.</summary>
internal static class IdePage
{
    /// <summary>The script's name beside Altair's own files.</summary>
    public const string StartScript = "start.js";

    /// <summary>The name of the styles for small screens beside Altair's own files.</summary>
    public const string NarrowStyles = "narrow.css";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The page, with every file of it under <paramref name="root"/>.</summary>
    /// <param name="html">Altair's own.</param>
    /// <param name="root">A path that ends with a slash.</param>
    public static string Html(string html, string root) => html
        .Replace("<html>", "<html lang=\"en\">", StringComparison.Ordinal)
        .Replace("<title>Altair</title>", "<title>GraphQL · CsrGraph</title>", StringComparison.Ordinal)
        .Replace("<base href=\"/\" />", $"<base href=\"{HtmlEncoder.Default.Encode(root)}\" />", StringComparison.Ordinal)
        .Replace("</head>", $"  <link href=\"{NarrowStyles}\" rel=\"stylesheet\" />\n  </head>", StringComparison.Ordinal)
        .Replace("</body>", $"  <script type=\"module\" src=\"{StartScript}\"></script>\n  </body>", StringComparison.Ordinal);

    /// <summary>Starts Altair.</summary>
    /// <param name="endpoint">The path that it asks.</param>
    /// <param name="chinese">Whether its own words are Chinese.</param>
    public static string Start(string endpoint, bool chinese)
    {
        var settings = new JsonObject
        {
            ["theme"] = "light",
            ["theme.dark"] = "dark",
            ["language"] = chinese ? "zh-CN" : "en-US",
            ["banners.disable"] = true,
            ["alert.disableUpdateNotification"] = true,
            ["disablePushNotification"] = true,
            ["schema.reloadOnStart"] = true,
            ["addQueryDepthLimit"] = 2,
        };
        var options = new JsonObject
        {
            ["endpointURL"] = endpoint,
            ["subscriptionsEndpoint"] = endpoint,
            ["initialSubscriptionRequestHandlerId"] = "graphql-sse",
            ["instanceStorageNamespace"] = "csrgraph_",
            ["disableAccount"] = true,
            ["initialSettings"] = settings,
            ["initialWindows"] = new JsonArray([.. IdeArchive.Tabs().Select(t => new JsonObject { ["initialName"] = t.Name, ["initialQuery"] = t.Document })]),
        };
        return $"AltairGraphQL.init({options.ToJsonString(Readable)});\n";
    }
}
