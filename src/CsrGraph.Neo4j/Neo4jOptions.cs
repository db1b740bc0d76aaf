using System.Text;

namespace CsrGraph.Neo4j;

/// <summary>Where a Neo4j is and how it is asked. Its text never holds the password or the token.</summary>
/// <param name="Address">Its HTTP address, such as <c>http://127.0.0.1:7474</c>; a path in it is a proxy's prefix.</param>
public sealed record Neo4jOptions(Uri Address)
{
    /// <summary>The user; null asks without credentials, or with <see cref="Token"/>.</summary>
    public string? Username { get; init; }

    /// <summary>The password; never logged.</summary>
    public string? Password { get; init; }

    /// <summary>A bearer token of a single sign-on, instead of a user and a password; never logged.</summary>
    public string? Token { get; init; }

    /// <summary>The database.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>A PEM file of the authorities whose certificates are believed, instead of the system's; null for the system's.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>How long one read may take, with its attempts and the wait for a connection.</summary>
    public TimeSpan CommandDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one write, or one statement of a transaction, may take, with its attempts and the wait for a connection.</summary>
    public TimeSpan WriteDeadline { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many requests are with Neo4j at once; one more waits for a connection until its deadline.</summary>
    public int Connections { get; init; } = 32;

    /// <summary>How many times a request that failed in passing is put again, at most.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>The wait before the first of them; each later one waits about twice as long, up to two seconds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the newest change-set is remembered, at most 2 s; a load by another process is seen that much later. Zero asks each time.</summary>
    public TimeSpan HeadLifetime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a transaction serves reads that closely follow each other, and how long it may wait for the next one. Zero gives each read a transaction
    /// of its own.
    /// </summary>
    public TimeSpan ReadTransactionLifetime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What one more statement costs, where a heading that comes with a row costs 1: the more, the seldomer rows only name nodes. Measured beside the
    /// server; tests take less, so that nodes are named in small graphs too.
    /// </summary>
    internal double StatementCost { get; init; } = 400;

    /// <summary>
    /// How many distinct entities a row must lead to, on the average, where what comes next is read along with it; tests take less, so that it is in
    /// graphs of a few nodes too.
    /// </summary>
    internal double LeastApart { get; init; } = 0.9;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What <see cref="object.ToString"/> shows; the secrets are not among it.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"Address = {Address}, Database = {Database}, Username = {Username}");
        return true;
    }
}
