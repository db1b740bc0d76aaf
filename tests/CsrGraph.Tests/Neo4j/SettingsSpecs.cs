using CsrGraph.Neo4j;
using Xunit;

namespace CsrGraph.Tests.Neo4j;

public sealed class SettingsSpecs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("neo4j-env-").FullName;

    public static TheoryData<string, string> Wrong => new()
    {
        { "", "NEO4J_URI is not set in" },
        { "NEO4J_URI=", "NEO4J_URI is not set in" },
        { "NEO4J_URI=localhost", "write Neo4j's HTTP address, such as http://localhost:7474" },
        { "NEO4J_URI=ftp://localhost", "NEO4J_URI begins with ftp" },
        { "NEO4J_URI=bolt://db.example:7687", "write http://db.example:7474, or https://db.example:7473" },
        { "NEO4J_URI=neo4j://db.example", "write http://db.example:7474, or https://db.example:7473" },
        { "NEO4J_URI=neo4j+s://db.example:7687", "write https://db.example:7473" },
        { "NEO4J_URI=neo4j+s://databases.neo4j.io.evil.example", "write https://databases.neo4j.io.evil.example:7473" },
        { "NEO4J_URI=bolt+ssc://db.example", "name the certificate by NEO4J_CA" },
        { "NEO4J_URI=http://neo4j:s3cret@localhost:7474", "holds a user or a password" },
        { "NEO4J_URI=http://localhost:7474?database=x", "the database is NEO4J_DATABASE" },
        { "NEO4J_URI=http://localhost:7474\nNEO4J_USERNAME=neo4j", "NEO4J_PASSWORD is not" },
        { "NEO4J_URI=http://localhost:7474\nNEO4J_PASSWORD=s3cret\nNEO4J_TOKEN=s3cret", "keep one of them" },
        { "NEO4J_URI=http://localhost:7474\nNEO4J_CA=/no/such.pem", "name the authority's PEM file" },
        { "NEO4J_URI=http://localhost:7474\ns3cret", "line 2 of" },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_credential_file_of_Aura_works_as_it_is()
    {
        var options = Neo4jSettings.FromFile(File("""
            # Wait 60 seconds before connecting using these details, or login to https://console.neo4j.io to validate the Aura Instance is available
            NEO4J_URI=neo4j+s://0a1b2c3d.databases.neo4j.io
            NEO4J_USERNAME=neo4j
            NEO4J_PASSWORD=a=b#c "d" 
            NEO4J_DATABASE=0a1b2c3d
            AURA_INSTANCEID=0a1b2c3d
            AURA_INSTANCENAME=Instance01
            """));

        Assert.Equal(new Uri("https://0a1b2c3d.databases.neo4j.io"), options.Address);
        Assert.Equal(("neo4j", "a=b#c \"d\"", "0a1b2c3d"), (options.Username, options.Password, options.Database));
    }

    [Theory]
    [InlineData("\"quoted = # \"", "quoted = # ")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("'half", "'half")]
    [InlineData("密码", "密码")]
    public void A_value_may_be_in_quotes(string written, string read) =>
        Assert.Equal(read, Neo4jSettings.FromFile(File($"export NEO4J_URI=http://localhost:7474\r\n NEO4J_PASSWORD = {written}\r\n")).Password);

    [Fact]
    public void What_is_not_set_has_its_default()
    {
        var options = Neo4jSettings.FromEnvironment(name => name == "NEO4J_URI" ? "http://localhost:7474/graph" : name == "NEO4J_PASSWORD" ? "p" : "");

        Assert.Equal(new Uri("http://localhost:7474/graph"), options.Address);
        Assert.Equal(("neo4j", "neo4j", null, null), (options.Username, options.Database, options.Token, options.AuthorityFile));
        Assert.Null(Neo4jSettings.FromEnvironment(name => name == "NEO4J_URI" ? "http://localhost:7474" : null).Username);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_told_with_what_to_write_and_without_a_secret(string text, string sentence)
    {
        var error = Assert.Throws<Neo4jSettingsException>(() => Neo4jSettings.FromFile(File(text)));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        var error = Assert.Throws<Neo4jSettingsException>(() => Neo4jSettings.FromFile(Path.Combine(folder, "none.env")));

        Assert.Contains("none.env", error.Message, StringComparison.Ordinal);
    }

    private string File(string text)
    {
        var path = Path.Combine(folder, "neo4j.env");
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
