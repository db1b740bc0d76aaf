using System.Net;

namespace CsrGraph.Web;

/// <summary>How the server serves.</summary>
/// <param name="Addresses">The addresses to listen on: <c>http</c>, a host and a port (0 for any free one), nothing more.</param>
/// <param name="MaxBody">The longest request body, in bytes.</param>
public sealed record WebSettings(IReadOnlyList<Uri> Addresses, int MaxBody = WebSettings.DefaultMaxBody)
{
    /// <summary>The path under which a proxy shows the server, such as <c>/graph</c>; empty for none.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>The proxies whose <c>X-Forwarded-…</c> headers are believed; nobody's where there are none.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>The origins whose pages may ask, such as <c>https://news.example</c>; <c>*</c> alone means all, none means none.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>What questions have to bring as <c>Authorization: Bearer …</c>; null where anybody may ask. Never logged.</summary>
    public string? Token { get; init; }

    /// <summary>Documents that can be asked by their SHA-256 alone, by it.</summary>
    public IReadOnlyDictionary<string, string> Documents { get; init; } = new Dictionary<string, string>();

    /// <summary>True where no other document is answered.</summary>
    public bool IsOnlyDocuments { get; init; }

    /// <summary>Which statuses answers have.</summary>
    public StatusCodeSet StatusCodes { get; init; }

    /// <summary>How many exports may be sent at once.</summary>
    public int MaxExports { get; init; } = DefaultMaxExports;

    /// <summary>Four: each reads all there is.</summary>
    public const int DefaultMaxExports = 4;

    /// <summary>256 kB.</summary>
    public const int DefaultMaxBody = 256 * 1024;

    /// <summary>This machine alone, port 5080.</summary>
    public static Uri DefaultAddress { get; } = new("http://127.0.0.1:5080");

    /// <summary>Reads addresses, separated by semicolons.</summary>
    /// <exception cref="FormatException">One of them is none that the server can listen on; the message says which.</exception>
    public static IReadOnlyList<Uri> ReadAddresses(string text)
    {
        var parts = Parts(text);
        if (parts.Length == 0) throw new FormatException("at least one address is needed, such as http://127.0.0.1:5080");
        return Array.ConvertAll(parts, ReadAddress);
    }

    /// <summary>Reads a path base.</summary>
    /// <exception cref="FormatException">It does not begin with a slash, or ends with one.</exception>
    public static string ReadPathBase(string text) =>
        text.Length == 0 || (text.StartsWith('/') && !text.EndsWith('/') && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.'))
            ? text
            : throw new FormatException($"'{text}' is no path such as /graph");

    /// <summary>Reads the addresses of proxies, separated by semicolons.</summary>
    /// <exception cref="FormatException">One of them is no IP address.</exception>
    public static IReadOnlyList<IPAddress> ReadProxies(string text) =>
        [.. Parts(text).Select(p => IPAddress.TryParse(p, out var address) ? address : throw new FormatException($"'{p}' is no IP address"))];

    /// <summary>Reads origins, separated by semicolons.</summary>
    /// <exception cref="FormatException">One of them is more or less than a scheme, a host and a port.</exception>
    public static IReadOnlyList<string> ReadOrigins(string text)
    {
        var origins = Parts(text);
        foreach (var origin in origins)
        {
            if (origin == "*" && origins.Length == 1) continue;
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.GetLeftPart(UriPartial.Authority) != origin)
            {
                throw new FormatException($"'{origin}' is no origin such as https://news.example");
            }
        }

        return origins;
    }

    /// <summary>Reads the year of the edition that the statuses follow.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static StatusCodeSet ReadStatusCodes(string text) => text switch
    {
        "2025" => StatusCodeSet.Of2025,
        "2026" => StatusCodeSet.Of2026,
        _ => throw new FormatException($"'{text}' is none of 2025, 2026"),
    };

    /// <summary>Reads a token.</summary>
    /// <exception cref="FormatException">It is too short to keep anybody out, or cannot stand in a header.</exception>
    public static string ReadToken(string text) => text.Length >= 16 && text.All(c => c is > ' ' and <= '~')
        ? text
        : throw new FormatException("a token has at least 16 characters, letters, digits and signs without blanks");

    /// <summary>The settings without the token.</summary>
    public override string ToString() => $"{string.Join(", ", Addresses)}{PathBase}";

    private static string[] Parts(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Uri ReadAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
        {
            throw new FormatException($"'{text}' is not an address to listen on: write http, a host and a port, such as http://127.0.0.1:5080");
        }

        return uri;
    }
}
