using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CsrGraph.Neo4j.Wire;

/// <summary>Makes the one HTTP client that a store keeps.</summary>
internal static class HttpTransport
{
    /// <exception cref="Neo4jSettingsException">The authority's file holds no certificate.</exception>
    public static HttpClient Open(Neo4jOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = options.Connections,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),

            // Neo4j closes what is idle for 30 s; we are first, so that no request is sent into a connection that is being closed.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),

            // Neither the password nor a statement follows to another address.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !options.Address.IsLoopback,
        };
        if (options.AuthorityFile is { } file) handler.SslOptions.CertificateChainPolicy = Policy(file);
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = Credentials(options);
        return http;
    }

    private static AuthenticationHeaderValue? Credentials(Neo4jOptions options)
    {
        if (options.Token is { } token) return new AuthenticationHeaderValue("Bearer", token);
        if (options.Username is not { } user) return null;
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}")));
    }

    private static X509ChainPolicy Policy(string file)
    {
        // A private authority publishes no list of what it took back.
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new Neo4jSettingsException($"the authority's file '{file}' cannot be read: {e.Message}");
        }

        return policy.CustomTrustStore.Count > 0
            ? policy
            : throw new Neo4jSettingsException($"the authority's file '{file}' holds no certificate: it is to be a PEM file (-----BEGIN CERTIFICATE-----)");
    }
}
