using System.Text;
using CsrGraph.Seeding;
using CsrGraph.Vocabulary;
using Xunit;

namespace CsrGraph.Tests.Seeding;

public sealed class BrokenFilesSpecs : IDisposable
{
    private readonly MadeSeeds seeds = new();

    public void Dispose() => seeds.Dispose();

    [Fact]
    public void A_folder_that_does_not_exist_is_said_so() => Assert.Contains("does not exist", Only(Read(Path.Combine(seeds.Folder, "no"))).What, StringComparison.Ordinal);

    [Fact]
    public void A_file_in_place_of_the_folder_is_said_so() =>
        Assert.Contains("a file, not a folder", Only(Read(Path.Combine(seeds.Folder, MadeSeeds.Entities))).What, StringComparison.Ordinal);

    [Fact]
    public void An_empty_folder_is_said_so()
    {
        var empty = Directory.CreateDirectory(Path.Combine(seeds.Folder, "..", "empty")).FullName;
        Assert.Contains("the folder is empty", Only(Read(empty)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_documents_is_said_so()
    {
        Directory.Delete(Path.Combine(seeds.Folder, "documents"), recursive: true);
        seeds.With(MadeSeeds.Entities, "document: report", "document: reports");
        Assert.Contains(seeds.Read().Problems, p => p.File == seeds.Folder && p.What == "there is no document");
    }

    [Theory]
    [InlineData("document.yaml")]
    [InlineData("claims.yaml")]
    public void A_document_without_one_of_its_files_is_said_so(string file)
    {
        File.Delete(Path.Combine(seeds.Folder, "documents/report", file));
        var problem = Only(seeds.Read());
        Assert.Equal($"documents/report/{file}", problem.File);
        Assert.Contains("cannot be read", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entities/more.yml")]
    [InlineData("entities/sub/more.yaml")]
    [InlineData("documents/stray.yaml")]
    [InlineData("documents/report/claims-2.yaml")]
    [InlineData("documents/Not a slug/claims.yaml")]
    public void A_file_that_would_be_overlooked_is_said_so(string file)
    {
        seeds.Write(file, "[]");
        Assert.StartsWith(Only(seeds.Read()).File, file, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_whose_names_begin_with_a_dot_are_left_alone()
    {
        seeds.Write("entities/.swp", "x");
        Assert.NotNull(seeds.Read().Graph);
    }

    [Fact]
    public void A_file_of_65_MiB_is_refused_without_reading_it()
    {
        using (var file = File.OpenWrite(Path.Combine(seeds.Folder, MadeSeeds.Claims))) file.SetLength(65L << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Only(seeds.Read());
        Assert.Contains("65 MiB, more than the limit of 64 MiB", problem.What, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 65L << 20);
    }

    [Fact]
    public void A_file_that_is_not_utf8_names_the_byte_and_the_line()
    {
        var bytes = Encoding.UTF8.GetBytes(seeds[MadeSeeds.Claims]);
        var at = seeds[MadeSeeds.Claims].IndexOf("key", StringComparison.Ordinal);
        bytes[at] = 0xB9;
        seeds.Write(MadeSeeds.Claims, bytes);
        var problem = Only(seeds.Read());
        Assert.Equal((MadeSeeds.Claims, 2), (problem.File, problem.Line));
        Assert.Contains($"the byte 0xB9 at byte offset {at} begins no character", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_utf16_is_said_so_and_a_byte_order_mark_of_utf8_does_no_harm()
    {
        var text = seeds[MadeSeeds.Claims];
        seeds.Write(MadeSeeds.Claims, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
        Assert.NotNull(seeds.Read().Graph);
        seeds.Write(MadeSeeds.Claims, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]);
        Assert.Contains("is UTF-16", Only(seeds.Read()).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n b: [")]
    [InlineData("a: &x [1]\nb: [*x, *x, *x, *x]")]
    [InlineData("just words")]
    [InlineData("- 1\n- [2]\n- {}")]
    [InlineData("- \u0000")]
    public void Whatever_stands_in_a_file_gives_problems_with_its_name_and_never_a_fault(string yaml)
    {
        foreach (var file in new[] { MadeSeeds.Entities, MadeSeeds.Document, MadeSeeds.Claims })
        {
            using var broken = new MadeSeeds();
            broken.Write(file, yaml);
            Assert.Contains(broken.Read().Problems, p => p.File == file && p.Line >= 1);
        }
    }

    [Fact]
    public void Ids_that_may_stand_in_an_unreadable_file_are_not_called_unknown()
    {
        seeds.With(MadeSeeds.Entities, "names: [乙公司] }", "names: [乙公司 }").With(MadeSeeds.Claims, "span: 42-56", "span: 56-42");
        Assert.Contains("not YAML", Assert.Single(seeds.Read().Problems, p => p.File == MadeSeeds.Entities).What, StringComparison.Ordinal);
        Assert.DoesNotContain(seeds.Read().Problems, p => p.What.Contains("is unknown", StringComparison.Ordinal));
        Assert.Contains(seeds.Read().Problems, p => p is { File: MadeSeeds.Claims, Line: 12 });
    }

    [Fact]
    public void Nesting_that_would_break_a_stack_is_refused()
    {
        seeds.Write(MadeSeeds.Claims, new string('[', 100_000));
        Assert.Contains("this is not YAML", Only(seeds.Read()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_not_among_the_sources_names_the_document()
    {
        File.WriteAllText(Path.Combine(seeds.Sources, "any-name.txt"), MadeSeeds.Text + " ");
        var problem = Only(seeds.Read());
        Assert.Equal((MadeSeeds.Document, 7), (problem.File, problem.Line));
        Assert.Contains("has this SHA-256", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_sources_that_does_not_exist_is_said_so()
    {
        Directory.Delete(seeds.Sources, recursive: true);
        Assert.Contains("the folder of the sources does not exist", Only(seeds.Read()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_documents_of_one_text_are_refused()
    {
        seeds.Write("documents/again/document.yaml", seeds[MadeSeeds.Document].Replace("claims: 11, entities: 7", "claims: 0, entities: 0", StringComparison.Ordinal));
        seeds.Write("documents/again/claims.yaml", "[]");
        Assert.Contains("documents/again/document.yaml has the same SHA-256", Only(seeds.Read()).What, StringComparison.Ordinal);
    }

    private static SeedReading Read(string folder) => SeedFolder.Read(folder, VocabularyDefinition.Load());

    private static Problem Only(SeedReading reading)
    {
        Assert.Null(reading.Graph);
        return Assert.Single(reading.Problems);
    }
}
