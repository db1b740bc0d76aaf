using System.Security.Cryptography;
using System.Text;
using CsrGraph.Web.Ide;
using Microsoft.AspNetCore.Http;

namespace CsrGraph.Web.Http;

/// <summary>Lets requests in that bring the token. Whether the process is up, and the page that a token can be typed into, anybody may ask.</summary>
internal sealed class TokenGate(string token)
{
    private const string Scheme = "Bearer ";

    // Digests are of one length, so that the time of the comparison says nothing of the token.
    private readonly byte[] digest = Digest(token);

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var isOpen = context.Request.Path == HealthEndpoint.LivePath || IdeEndpoint.IsAskedBy(context.Request);
        if (isOpen || IsGiven(context.Request.Headers.Authorization.ToString())) return next(context);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        throw HttpFault.Unauthorized();
    }

    private bool IsGiven(string header) => header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Digest(header[Scheme.Length..].Trim()), digest);

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
