namespace CsrGraph.Web;

/// <summary>How the server serves.</summary>
/// <param name="Addresses">The addresses to listen on: <c>http</c>, a host and a port (0 for any free one), nothing more.</param>
/// <param name="MaxBody">The longest request body, in bytes.</param>
public sealed record WebSettings(IReadOnlyList<Uri> Addresses, int MaxBody = WebSettings.DefaultMaxBody)
{
    /// <summary>256 kB.</summary>
    public const int DefaultMaxBody = 256 * 1024;

    /// <summary>This machine alone, port 5080.</summary>
    public static Uri DefaultAddress { get; } = new("http://127.0.0.1:5080");

    /// <summary>Reads addresses, separated by semicolons.</summary>
    /// <exception cref="FormatException">One of them is none that the server can listen on; the message says which.</exception>
    public static IReadOnlyList<Uri> ReadAddresses(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) throw new FormatException("at least one address is needed, such as http://127.0.0.1:5080");
        return Array.ConvertAll(parts, ReadAddress);
    }

    private static Uri ReadAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
        {
            throw new FormatException($"'{text}' is not an address to listen on: write http, a host and a port, such as http://127.0.0.1:5080");
        }

        return uri;
    }
}
