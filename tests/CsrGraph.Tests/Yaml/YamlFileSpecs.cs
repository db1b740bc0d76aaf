using CsrGraph.Seeding;
using CsrGraph.Yaml;
using Xunit;

namespace CsrGraph.Tests.Yaml;

public sealed class YamlFileSpecs
{
    private readonly List<Problem> problems = [];

    private string Told => Assert.Single(problems).ToString();

    [Fact]
    public void A_value_knows_where_it_stands()
    {
        var name = Read("- id: a\n  names:\n    - { text: 百度 }")!.Items()[0].Mapping()!.Required("names")!.Items()[0].Mapping()!.Required("text")!;

        Assert.Equal(("a.yaml", 3, 15, "百度"), (name.File, name.Line, name.Column, name.Text()));
        Assert.Empty(problems);
    }

    [Fact]
    public void The_keys_of_a_mapping_keep_their_order()
    {
        var mapping = Read("{ GUIDED: [org:a, event:b], quote: 指导, span: 1-2 }")!.Mapping()!;

        Assert.Equal(["GUIDED", "quote", "span"], mapping.Entries.Select(entry => entry.Key.Value));
        Assert.Equal(["org:a", "event:b"], mapping.Required("GUIDED")!.Texts());
    }

    [Theory]
    [InlineData("", "a.yaml:1:1: the file is empty")]
    [InlineData("# nothing", "a.yaml:1:1: the file is empty")]
    [InlineData("a: b\n---\nc: d", "a.yaml:2:1: a second document begins here")]
    [InlineData("a: b\nc: ]", "a.yaml:2:4: this is not YAML")]
    [InlineData("a: b\na: c", "a.yaml:2:1: the key \"a\" stands twice")]
    [InlineData("a: &x b", "a.yaml:1:4: anchors and tags are not read here")]
    [InlineData("a: !!str b", "a.yaml:1:4: anchors and tags are not read here")]
    [InlineData("a: *x", "a.yaml:1:4: this is not YAML: aliases are not read here")]
    [InlineData("[a]: b", "a.yaml:1:1: the key is a list")]
    public void What_is_not_read_here_is_refused_with_its_place(string text, string told)
    {
        Read(text);

        Assert.StartsWith(told, Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused_before_it_can_fill_the_stack()
    {
        Read(new string('[', 100_000));

        Assert.Contains("nest more than 32 deep", Told, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_nobody_asked_for_are_unknown()
    {
        var mapping = Read("a: 1\nb: 2")!.Mapping()!;
        mapping.Required("a");
        mapping.Optional("c");
        mapping.RefuseOtherKeys();

        Assert.Equal("a.yaml:2:1: the key \"b\" is unknown here; use one of a, c", Told);
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("-3", -3)]
    [InlineData("\"12\"", null)]
    [InlineData("1.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("[1]", null)]
    public void A_whole_number_stands_without_quotation_marks(string text, int? number)
    {
        Assert.Equal(number, Read(text)!.Number());
        Assert.Equal(number is null ? 1 : 0, problems.Count);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("yes", null)]
    [InlineData("\"true\"", null)]
    public void A_flag_is_true_or_false(string text, bool? flag)
    {
        Assert.Equal(flag, Read(text)!.Boolean());
        Assert.Equal(flag is null ? 1 : 0, problems.Count);
    }

    [Theory]
    [InlineData("a:")]
    [InlineData("a: ~")]
    [InlineData("a: null")]
    [InlineData("a: \"  \"")]
    public void Words_without_content_are_refused(string text)
    {
        Assert.Null(Read(text)!.Mapping()!.RequiredText("a"));
        Assert.Contains("there is no value", Told, StringComparison.Ordinal);
    }

    private YamlNode? Read(string text) => YamlFile.Read("a.yaml", text, problems.Add);
}
