using CsCheck;
using CsrGraph.Query;
using CsrGraph.Store;
using Xunit;

namespace CsrGraph.Tests.Query;

/// <summary>A cursor carries a place in an order, and nothing else reads as one.</summary>
public sealed class CursorSpecs
{
    private static readonly Gen<object?> Value = Gen.OneOf(
        Gen.Const((object?)null), Gen.Long.Select(n => (object?)n), Gen.Byte.Array[0, 40].Select(b => (object?)b));

    [Fact]
    public void A_cursor_reads_back_as_it_was_written() =>
        Gen.Select(Gen.ULong, Gen.Long[0, long.MaxValue], Value.List[0, 4], Gen.String[Gen.Char.AlphaNumeric, 0, 100]).Sample((question, head, values, id) =>
        {
            var read = Cursor.Decode(new Cursor(question, head, new Position(values, id)).Encode())!;
            Assert.Equal((question, head, id), (read.Question, read.Head, read.Position.Id));
            Assert.Equal(values, read.Position.Values);
        });

    [Fact]
    public void Whatever_else_comes_is_refused_without_a_fault() => Gen.Byte.Array[0, 60].Sample(bytes =>
    {
        var text = System.Buffers.Text.Base64Url.EncodeToString(bytes);
        if (Cursor.Decode(text) is { } read) Assert.NotNull(Cursor.Decode(read.Encode()));
    });

    [Theory]
    [InlineData("")]
    [InlineData("腾讯")]
    [InlineData("AQ")]
    [InlineData("====")]
    public void A_text_that_is_no_cursor_gives_none(string text) => Assert.Null(Cursor.Decode(text));

    [Fact]
    public void A_cut_cursor_gives_none()
    {
        var whole = new Cursor(1, 2, new Position([3L, new byte[] { 4, 5 }, null], "org:x")).Encode();
        for (var length = 0; length < whole.Length; length++) Assert.Null(Cursor.Decode(whole[..length]));
    }

    [Fact]
    public void Questions_are_told_apart() => Assert.NotEqual(Cursor.QuestionOf("find events"), Cursor.QuestionOf("find people"));
}
