using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsrGraph.Benchmarks.Sectors;

namespace CsrGraph.Benchmarks.Loads;

/// <summary>
/// What a change-set's rows hold in Neo4j, summed up in no order: ids and properties of nodes and relationships, as the store or a bare load has written
/// them. Two that hold the same have the same sum.
/// </summary>
/// <param name="Rows">How many nodes and relationships there are.</param>
/// <param name="Sum">The sum of the first 128 bits of the SHA-256 of each, modulo 2^128.</param>
internal readonly record struct WrittenRows(long Rows, UInt128 Sum)
{
    private const string Entities = """
        MATCH (n:{0} {{addedIn: $number}})
        RETURN n.id, n.kind, n.category, n.name, n.sort, n.firstDay, n.lastDay, n.date, n.dateCode, n.body, n.since
        """;

    private const string Names = """
        MATCH (m:{0} {{addedIn: $number}})-[:{1}]->(n)
        RETURN m.id, m.entity, m.place, m.text, m.folded, m.length, m.short, m.matchable, m.readings, n.id
        """;

    private const string Claims = """
        MATCH (c:{0} {{addedIn: $number}})
        RETURN c.id, c.kind, c.type, c.subject, c.object, c.day, c.until, c.rank, c.body, c.title, c.since
        """;

    private const string Relations = """
        MATCH (a:{0} {{addedIn: $number}})-[x {{addedIn: $number}}]->(b)
        WHERE x.claimId IS NOT NULL
        RETURN x.claimId, substring(type(x), {1}), a.id, b.id, x.day, x.until, x.rank, x.body, x.when, x.title, x.since
        """;

    private const string Evidence = """
        MATCH (c:{0} {{addedIn: $number}})-[e:{1}]->(d)
        RETURN c.id, d.id, e.quote, e.start, e.end, e.grade, e.note, e.roster, e.row, e.addedIn
        """;

    /// <summary>Of the store's rows.</summary>
    public static Task<WrittenRows> OfStoreAsync(CypherOverHttp neo4j, long number, CancellationToken cancellation) => ReadAsync(
        neo4j,
        number,
        [
            Text(Entities, "CsrGraph:Entity"), Text(Names, "CsrGraph:Name", "NAME_OF"), Text(Claims, "CsrGraph:Claim"), Text(Relations, "CsrGraph:Entity", 0),
            Text(Evidence, "CsrGraph:Claim", "EVIDENCED_BY"),
        ],
        cancellation);

    /// <summary>Of a <see cref="BareLoad"/>'s.</summary>
    public static Task<WrittenRows> OfBareAsync(CypherOverHttp neo4j, long number, CancellationToken cancellation) => ReadAsync(
        neo4j,
        number,
        [
            Text(Entities, "BareEntity"), Text(Names, "BareName", "BARE_NAME_OF"), Text(Claims, "BareClaim"), Text(Relations, "BareEntity", "BARE_".Length),
            Text(Evidence, "BareClaim", "BARE_EVIDENCED_BY"),
        ],
        cancellation);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sum:x32} over {Rows} nodes and relationships");

    private static string Text(string statement, params object[] names) => string.Format(CultureInfo.InvariantCulture, statement, names);

    private static async Task<WrittenRows> ReadAsync(CypherOverHttp neo4j, long number, string[] statements, CancellationToken cancellation)
    {
        var read = default(WrittenRows);
        for (var i = 0; i < statements.Length; i++)
        {
            var rows = await neo4j.RunAsync(statements[i], new { number }, cancellation);
            foreach (var row in rows.EnumerateArray()) read = new WrittenRows(read.Rows + 1, read.Sum + Hash(i, row));
        }

        return read;
    }

    private static UInt128 Hash(int sort, JsonElement row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{sort}{row.GetRawText()}")), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
