using CsrGraph.Model;
using Xunit;

namespace CsrGraph.Tests.Model;

public class EntityIdSpecs
{
    [Theory]
    [InlineData("org:zgwlshlhh", false)]
    [InlineData("event:forum-2018", false)]
    [InlineData("people-cn-2024", true)]
    public void An_id_is_a_prefix_and_a_slug_and_a_documents_a_slug_alone(string id, bool isDocument) => Assert.Equal(isDocument, new EntityId(id).IsDocument);

    [Theory]
    [InlineData("")]
    [InlineData("org:")]
    [InlineData(":a")]
    [InlineData("org:a:b")]
    [InlineData("org:中国")]
    [InlineData("Org:a")]
    [InlineData("org:a b")]
    [InlineData("-a")]
    [InlineData("../a")]
    [InlineData("claim:00000000000000000000000000000000")]
    public void What_is_no_id_is_refused_with_the_rule(string id)
    {
        Assert.Contains("an id is a prefix", Assert.Throws<FormatException>(() => new EntityId(id)).Message, StringComparison.Ordinal);
        Assert.False(EntityId.TryParse(id, out _));
    }

    [Fact]
    public void An_id_has_at_most_a_hundred_characters()
    {
        Assert.True(EntityId.TryParse("org:" + new string('a', 96), out _));
        Assert.False(EntityId.TryParse("org:" + new string('a', 97), out _));
    }
}
