using System.Text.RegularExpressions;
using CsrGraph.Model;
using CsrGraph.Seeding;
using Xunit;

namespace CsrGraph.Tests.Seeding;

public sealed partial class SpanWriterSpecs : IDisposable
{
    private readonly MadeSeeds seeds = new();

    public void Dispose() => seeds.Dispose();

    [Fact]
    public void Spans_that_are_missing_come_back_where_they_stood_and_nothing_else_changes()
    {
        seeds.With(MadeSeeds.Claims, "quote: 甲公司, span: 10-13", "quote: 甲公司, nth: 1");
        var files = new[] { MadeSeeds.Entities, MadeSeeds.Claims };
        var whole = files.Select(file => seeds[file]).ToList();
        foreach (var file in files) seeds.Write(file, Span().Replace(seeds[file], ""));

        var writing = SpanWriter.Write(seeds.Folder, seeds.Sources);

        Assert.Empty(writing.Problems);
        Assert.Equal(12, writing.Written);
        Assert.Equal(files.Order(StringComparer.Ordinal), writing.Files.Order(StringComparer.Ordinal));
        whole[1] = whole[1].Replace("nth: 1", "span: 10-13", StringComparison.Ordinal);
        Assert.Equal(whole, files.Select(file => seeds[file]));
        Assert.NotNull(seeds.Read(withSources: false).Graph);
        Assert.Equal(0, SpanWriter.Write(seeds.Folder, seeds.Sources).Written);
    }

    [Theory]
    [InlineData("  quote: 甲公司经理庚辛   # a comment stays\n", "  quote: 甲公司经理庚辛   # a comment stays\n  span: 58-65\n")]
    [InlineData("  quote: \"甲公司经理庚辛\"\n", "  quote: \"甲公司经理庚辛\"\n  span: 58-65\n")]
    [InlineData("  evidence:\n    - quote: 甲公司经理庚辛\n", "  evidence:\n    - quote: 甲公司经理庚辛\n      span: 58-65\n")]
    [InlineData("  evidence: [ {quote: '甲公司经理庚辛'} ]\n", "  evidence: [ {quote: '甲公司经理庚辛', span: 58-65} ]\n")]
    [InlineData("  quote: 甲公司经理庚辛\r\n", "  quote: 甲公司经理庚辛\r\n  span: 58-65\r\n")]
    public void A_span_follows_its_quote_in_the_layout_that_is_there(string before, string after)
    {
        seeds.With(MadeSeeds.Claims, "  quote: 甲公司经理庚辛\n  span: 58-65\n", before);
        SpanWriter.Write(seeds.Folder, seeds.Sources);
        Assert.Contains(after, seeds[MadeSeeds.Claims], StringComparison.Ordinal);
        Assert.NotNull(seeds.Read(withSources: false).Graph);
    }

    [Fact]
    public void A_quote_of_several_places_lists_them_and_the_others_are_written()
    {
        seeds.With(MadeSeeds.Claims, "quote: 甲公司, span: 10-13", "quote: 甲公司").With(MadeSeeds.Claims, "quote: 乙公司, span: 14-17", "quote: 乙公司");
        var writing = SpanWriter.Write(seeds.Folder, seeds.Sources);
        var problem = Assert.Single(writing.Problems);
        Assert.Equal((MadeSeeds.Claims, 9), (problem.File, problem.Line));
        Assert.Contains("at 10-13, 58-61, 87-90", problem.What, StringComparison.Ordinal);
        Assert.Equal(1, writing.Written);
    }

    [Fact]
    public void A_quote_is_located_traditional_or_simplified_and_one_that_is_not_there_is_said_so()
    {
        var places = QuoteLocator.Locate(seeds.Folder, seeds.Sources, "report", "戊協會");
        Assert.Equal("戊协会", places.Quote);
        Assert.Equal([new Span(46, 54)], places.Spans);
        Assert.Equal(3, QuoteLocator.Locate(seeds.Folder, seeds.Sources, "report", "甲公司").Spans.Count);
        Assert.Single(QuoteLocator.Locate(seeds.Folder, seeds.Sources, "report", "丁公司").Problems);
        Assert.Single(QuoteLocator.Locate(seeds.Folder, seeds.Sources, "reports", "甲公司").Problems);
    }

    [GeneratedRegex(@"(, |\n *)span: \d+-\d+")]
    private static partial Regex Span();
}
