using CsrGraph.Neo4j;
using CsrGraph.Store;
using CsrGraph.Tests.Neo4j.Harness;
using Xunit;

namespace CsrGraph.Tests.Neo4j;

/// <summary>What is wrong with Neo4j is a sentence that says who can do what.</summary>
public sealed class FaultSpecs
{
    public static TheoryData<int, string, string> Known => new()
    {
        { 401, "Neo.ClientError.Security.Unauthorized", "does not let the user 'neo4j' in: mend NEO4J_USERNAME and NEO4J_PASSWORD" },
        { 429, "Neo.ClientError.Security.AuthenticationRateLimit", "was given a wrong password too often" },
        { 400, "Neo.ClientError.Security.CredentialsExpired", "the password of the user 'neo4j' at" },
        { 403, "Neo.ClientError.Security.Forbidden", "the user 'neo4j' may not do this" },
        { 404, "Neo.ClientError.Database.DatabaseNotFound", "has no database 'neo4j': mend NEO4J_DATABASE" },
        { 403, "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "the database 'neo4j' at" },
        { 400, "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "is read only" },
        { 400, "Neo.ClientError.Transaction.TransactionTimedOut", "ended the transaction: it took too long" },
        { 500, "Neo.DatabaseError.General.UnknownError", "failed by itself: its debug.log says why" },
        { 500, "Neo.TransientError.General.OutOfMemoryError", "raise dbms.memory.transaction.total.max" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public async Task A_known_error_is_told_once_with_what_to_do_and_without_the_password(int status, string code, string sentence)
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Error(status, code));
        await using var client = server.Client();

        var error = await Assert.ThrowsAnyAsync<StoreUnavailableException>(() => client.WriteAsync());

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeNeo4j.Secret, error.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(502, "text/html", "<html>Bad Gateway</html>")]
    [InlineData(503, "application/json", """{"message":"no healthy upstream"}""")]
    [InlineData(200, "application/json", "[]")]
    [InlineData(200, "application/json", "it is not JSON")]
    [InlineData(302, "text/plain", "")]
    public async Task What_is_no_answer_of_Neo4j_is_told_as_such_and_not_put_again(int status, string type, string body)
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Text(status, type, body));
        await using var client = server.Client();

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumbersAsync());

        Assert.Contains("is not Neo4j's Query API", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Who_gives_no_credentials_is_told_which_settings_to_set()
    {
        await using var server = await FakeNeo4j.StartAsync(Answers.Error(401, "Neo.ClientError.Security.Unauthorized"));
        await using var client = server.Client(o => new Neo4jOptions(o.Address));

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumbersAsync());

        Assert.Contains("set NEO4J_USERNAME and NEO4J_PASSWORD", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_as_the_password_is_for_one_server_only()
    {
        await using var other = await FakeNeo4j.StartAsync(Answers.Rows("[1]"));
        await using var server = await FakeNeo4j.StartAsync(async context =>
        {
            context.Response.Headers.Location = other.Address.ToString();
            await Answers.Text(307, "text/plain", "")(context);
        });
        await using var client = server.Client();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => client.NumbersAsync());

        Assert.Empty(other.Requests);
    }

    [Fact]
    public void Options_show_no_secret() =>
        Assert.Equal(
            "Neo4jOptions { Address = http://localhost:7474/, Database = neo4j, Username = neo4j }",
            new Neo4jOptions(new Uri("http://localhost:7474")) { Username = "neo4j", Password = "open-sesame", Token = "t-o-k-e-n" }.ToString());
}
