using System.Text;
using System.Text.Json;
using CsCheck;
using CsrGraph.Neo4j.Wire;
using Xunit;

namespace CsrGraph.Tests.Neo4j;

public sealed class AnswerReaderSpecs
{
    private const string Members = """
        "notifications":[{"code":"x","position":{"offset":1}}],"counters":{"nodesCreated":2,"containsUpdates":true},"bookmarks":["b1","b2"]
        """;

    private static readonly Gen<string> Text =
        Gen.String[Gen.OneOf(Gen.Char["企业社会责任"], Gen.Char["\"\\[]{},: \n"], Gen.Char.AlphaNumeric), 0, 30];

    // Now and then a value that is longer than what is read at once.
    private static readonly Gen<string[][]> Rows =
        Gen.Frequency((19, Text), (1, Text.Select(text => string.Concat(Enumerable.Repeat(text, 2000))))).Array[0, 4].Array[0, 12];

    [Fact]
    public Task Rows_are_the_same_however_the_answer_comes_in_pieces() =>
        Gen.Select(Rows, Gen.Int[1, 40_000].Array[1, 20]).SampleAsync(
            async (rows, pieces) =>
            {
                var (read, summary) = await ReadAsync(Answer(rows), pieces);
                Assert.Equal(rows, read);
                Assert.Equal(["b1", "b2"], summary.Bookmarks);
                Assert.Equal(2, summary.Counters["nodesCreated"]);
            },
            iter: 200);

    [Fact]
    public async Task An_answer_is_cut_wherever_it_ends_too_early()
    {
        var whole = Answer([["企业", "[\"]}"], [], ["b"]]);

        for (var length = 0; length < whole.Length; length++)
            await Assert.ThrowsAsync<CutAnswerException>(() => ReadAsync(whole[..length], [7, 1]));
    }

    [Fact]
    public async Task A_handler_is_free_to_read_only_the_beginning_of_a_row()
    {
        var answer = """{"data":{"values":[[[1,{"a":2}],3],[[4],5]]}}"""u8.ToArray();
        var begun = 0;

        using var reader = new AnswerReader((ref Utf8JsonReader row) => begun += row.Read() && row.TokenType == JsonTokenType.StartArray ? 1 : 0);
        await reader.ReadAsync(new MemoryStream(answer), TestContext.Current.CancellationToken);

        Assert.Equal(2, begun);
    }

    [Fact]
    public async Task What_a_handler_throws_is_what_comes_out()
    {
        using var reader = new AnswerReader((ref Utf8JsonReader _) => throw new JsonException("the handler's own"));

        var error = await Assert.ThrowsAsync<JsonException>(
            () => reader.ReadAsync(new MemoryStream(Answer([["a"]])), TestContext.Current.CancellationToken));

        Assert.Equal("the handler's own", error.Message);
    }

    private static byte[] Answer(string[][] rows) => Encoding.UTF8.GetBytes(
        $$"""{"data":{"fields":["a"],"values":{{JsonSerializer.Serialize(rows)}}},""" + Members + "}");

    private static async Task<(string[][] Rows, ResultSummary Summary)> ReadAsync(byte[] answer, int[] pieces)
    {
        var rows = new List<string[]>();
        using var reader = new AnswerReader((ref Utf8JsonReader row) =>
        {
            using var values = JsonDocument.ParseValue(ref row);
            rows.Add([.. values.RootElement.EnumerateArray().Select(value => value.GetString()!)]);
        });
        var summary = await reader.ReadAsync(new PiecewiseStream(answer, pieces), TestContext.Current.CancellationToken);
        return ([.. rows], summary);
    }

    /// <summary>Gives no more at once than the next of the sizes, round and round.</summary>
    private sealed class PiecewiseStream(byte[] bytes, int[] sizes) : MemoryStream(bytes)
    {
        private int next;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, sizes[next++ % sizes.Length])], cancellationToken);
    }
}
