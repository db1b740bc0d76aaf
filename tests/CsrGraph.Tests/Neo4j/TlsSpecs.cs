using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CsrGraph.Neo4j;
using CsrGraph.Store;
using CsrGraph.Tests.Neo4j.Harness;
using Xunit;

namespace CsrGraph.Tests.Neo4j;

public sealed class TlsSpecs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tls-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_certificate_of_the_private_authority_that_was_named_is_believed()
    {
        var (authority, certificate) = Issue("one", "localhost");
        await using var server = await FakeNeo4j.StartSecureAsync(certificate, Answers.Rows("[1]"));
        await using var client = server.Client(o => AtLocalhost(o) with { AuthorityFile = authority });

        Assert.Equal([1], await client.NumbersAsync());
    }

    [Theory]
    [InlineData(false, "a private authority is named by NEO4J_CA")]
    [InlineData(true, "it is not of the authority in '")]
    public async Task Another_certificate_is_not_believed(bool namesAnother, string sentence)
    {
        var (_, certificate) = Issue("one", "localhost");
        var (another, _) = Issue("another", "localhost");
        await using var server = await FakeNeo4j.StartSecureAsync(certificate, Answers.Rows("[1]"));
        await using var client = server.Client(o => AtLocalhost(o) with { AuthorityFile = namesAnother ? another : null });

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumbersAsync());

        Assert.Contains("shows no certificate to be believed", error.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_certificate_of_the_right_authority_for_another_host_is_not_believed()
    {
        var (authority, certificate) = Issue("one", "elsewhere.example");
        await using var server = await FakeNeo4j.StartSecureAsync(certificate, Answers.Rows("[1]"));
        await using var client = server.Client(o => AtLocalhost(o) with { AuthorityFile = authority });

        await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumbersAsync());

        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_file_without_a_certificate_is_told()
    {
        var file = Path.Combine(folder, "empty.pem");
        File.WriteAllText(file, "nothing");

        var error = Assert.Throws<Neo4jSettingsException>(
            () => new CsrGraph.Neo4j.Wire.Neo4jClient(new Neo4jOptions(new Uri("https://localhost")) { AuthorityFile = file }));

        Assert.Contains("holds no certificate: it is to be a PEM file", error.Message, StringComparison.Ordinal);
    }

    private static Neo4jOptions AtLocalhost(Neo4jOptions options) => options with { Address = new Uri($"https://localhost:{options.Address.Port}") };

    private (string AuthorityFile, X509Certificate2 Certificate) Issue(string name, string host)
    {
        var (from, to) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest($"CN=authority {name}", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = authority.CreateSelfSigned(from, to);
        var file = Path.Combine(folder, name + ".pem");
        File.WriteAllText(file, root.ExportCertificatePem());

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(root, from, to, RandomNumberGenerator.GetBytes(8));
        using var whole = issued.CopyWithPrivateKey(key);
        return (file, X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null));
    }
}
