using System.Globalization;
using System.Text;
using CsrGraph.Seeding;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Seeding.Bulk;

/// <summary>Whatever stands in the lines, the answer is problems with their places.</summary>
public sealed class GarbledLinesSpecs : IDisposable
{
    private const string Good = """{"document":"one","GUIDED":["org:a","event:f"],"quote":"甲指导","span":"0-3"}""";

    private readonly BulkCopy copy = new(new Dictionary<string, string>
    {
        [BulkCopy.Entities] = """
            {"id":"org:a","category":"COMPANY","names":["甲"]}
            {"id":"org:b","category":"COMPANY","names":["乙"]}
            {"id":"event:f","names":["论坛"]}

            """,
        [BulkCopy.Documents] = Document("one", 'a') + Document("two", 'b'),
        [BulkCopy.Claims] = Good + "\n",
    });

    public void Dispose() => copy.Dispose();

    [Theory]
    [InlineData("""{"document":"one","GUIDED":["org:a","eve""", "this is not JSON")]
    [InlineData("""{"document":"one","GUIDED":["org:b","event:f"],"quote":"乙指导","span":"0-3"} {}""", "this is not JSON")]
    [InlineData("not json", "this is not JSON")]
    [InlineData("[]", "here stands a list")]
    [InlineData("7", "here stands \"7\"")]
    [InlineData("""{"document":"one","GUIDED":["org:b","event:f"],"quote":"乙指导","quote":"乙指导","span":"0-3"}""", "the key \"quote\" stands twice")]
    [InlineData("""{"document":"one","GUIDED":["org:b","event:f"],"quote":"乙指导\ud800","span":"0-3"}""", "half a character")]
    [InlineData("""{"document":"one","GUIDED":["org:b","event:f"],"quote":"乙指导","span":"0-3","unknown":1}""", "the key \"unknown\" is unknown here")]
    [InlineData("""{"GUIDED":["org:b","event:f"],"quote":"乙指导","span":"0-3"}""", "the key \"document\" is missing")]
    [InlineData("""{"document":"one"}""", "the claim is empty")]
    [InlineData("""{"document":"three","GUIDED":["org:b","event:f"],"quote":"乙指导","span":"0-3"}""", "there is no document three")]
    [InlineData("""{"document":"org:a","GUIDED":["org:b","event:f"],"quote":"乙指导","span":"0-3"}""", "org:a is no document")]
    [InlineData("""{"document":"one","GUIDED":["org:a","event:f"],"quote":"甲指导","span":"0-3"}""", "the same claim stands in line 1")]
    [InlineData("""{"document":"one","GUIDED":[["org:a"],"event:f"],"quote":"甲指导","span":"0-3"}""", "here stands a list")]
    public void A_line_that_is_wrong_is_named(string line, string what)
    {
        copy.Write(BulkCopy.Claims, Good + "\n" + line + "\n");
        var problem = Assert.Single(copy.Read().Problems);
        Assert.Equal((BulkCopy.Claims, 2), (problem.File, problem.Line));
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.NotEmpty(problem.ToDo);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n\n  \n")]
    public void Line_ends_and_empty_lines_do_not_matter(string end)
    {
        copy.Write(BulkCopy.Claims, "\uFEFF" + Good + end + Good.Replace("org:a", "org:b", StringComparison.Ordinal).Replace('甲', '乙'));
        Assert.Equal(2, copy.Read().Graph!.Documents[0].Claims.Count);
    }

    [Fact]
    public void A_column_counts_characters_and_not_bytes()
    {
        copy.Write(BulkCopy.Claims, """{"document":"one","GUIDED":["org:a","event:f"],"quote":"甲指导","span":"3-0"}""");
        Assert.Equal(69, Assert.Single(copy.Read().Problems).Column);
    }

    [Fact]
    public void Bytes_that_are_no_characters_are_named()
    {
        copy.Write(BulkCopy.Claims, [.. Encoding.UTF8.GetBytes(Good + "\n" + Good[..40]), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(Good[40..])]);
        var problem = Assert.Single(copy.Read().Problems);
        Assert.Equal((2, "the line is not UTF-8"), (problem.Line, problem.What));
    }

    [Fact]
    public void A_file_in_utf_16_is_said_so()
    {
        copy.Write(BulkCopy.Claims, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Good)).ToArray());
        Assert.Contains("UTF-16", Assert.Single(copy.Read().Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_beyond_the_limit_is_named_and_the_next_ones_are_read()
    {
        var line = Good.Replace("甲指导", new string('甲', 600_000), StringComparison.Ordinal);
        copy.Write(BulkCopy.Claims, line + "\n" + line + line + "\nnot json\n");
        Assert.Equal([1, 2, 3], copy.Read().Problems.Select(p => p.Line));
    }

    [Fact]
    public void Claims_that_stand_apart_from_the_others_of_their_document_are_named()
    {
        var second = Good.Replace("\"one\"", "\"two\"", StringComparison.Ordinal);
        var third = Good.Replace("GUIDED", "HOSTED", StringComparison.Ordinal);
        copy.Write(BulkCopy.Claims, string.Join('\n', Good, second, third, third));
        var problem = Assert.Single(copy.Read().Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains("do not stand here", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_two_lines_have_is_named()
    {
        copy.Write(BulkCopy.Documents, Document("one", 'a') + Document("two", 'b') + Document("one", 'c'))
            .Write(BulkCopy.Entities, copy[BulkCopy.Entities] + """{"id":"org:a","category":"COMPANY","names":["丙"]}""");
        Assert.Equal([$"{BulkCopy.Documents}:3", $"{BulkCopy.Entities}:4"], copy.Read().Problems.Select(p => $"{p.File}:{p.Line}"));
    }

    [Fact]
    public void A_document_that_says_less_than_it_asserts_is_named()
    {
        copy.Write(BulkCopy.Documents, Document("one", 'a', claims: 2) + Document("two", 'b'));
        Assert.Contains("at least 2 claims are asserted, and there are 1", Assert.Single(copy.Read().Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_thousand_problems_the_rest_is_not_looked_at()
    {
        copy.Write(BulkCopy.Claims, string.Concat(Enumerable.Repeat("not json\n", 5_000)));
        var problems = copy.Read().Problems;
        Assert.InRange(problems.Count, 1_000, 1_010);
        Assert.Contains(problems, p => p.What.Contains("1000 problems or more", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_lines_under_another_name_is_said_so()
    {
        copy.Write("claim.ndjson", Good);
        Assert.Equal("claim.ndjson", Assert.Single(copy.Read().Problems).File);
    }

    [Fact]
    public void What_a_checked_folder_comes_to_is_counted()
    {
        var summary = SeedFolder.Check(copy.Folder, VocabularyDefinition.Load(), new SeedOptions(), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((2, 1, 3), (summary.Documents, summary.Claims, summary.Entities));
    }

    private static string Document(string id, char hash, int claims = 0) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"id":"{{{id}}}","title":"报道","language":"zh-Hans","licence":"Made up.","sha256":"{{{new string(hash, 64)}}}","assertions":{"claims":{{{claims}}},"entities":0}}""") + "\n";
}
