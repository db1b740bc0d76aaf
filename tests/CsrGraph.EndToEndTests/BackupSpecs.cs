using Xunit;

namespace CsrGraph.EndToEndTests;

public sealed class BackupSpecs : IDisposable
{
    private readonly Csrgraph csrgraph = new();

    public void Dispose() => csrgraph.Dispose();

    [Fact]
    public async Task A_copy_made_while_the_store_is_served_says_what_the_store_says_and_is_a_store_of_its_own()
    {
        csrgraph.CopySeeds();
        Directory.CreateDirectory(csrgraph.At("copies"));
        await using var serving = await Serving.StartAsync(csrgraph);

        var copied = await csrgraph.RunAsync("backup", "copies/copy.db");

        Assert.True(copied.ExitCode == 0, copied.StandardError);
        Assert.Contains("copies/copy.db: data/csrgraph.db at change-set 1", copied.StandardOutput, StringComparison.Ordinal);
        await serving.EndAsync("TERM");
        File.Delete(csrgraph.At("data", "csrgraph.db"));
        Assert.Contains("change-set 1, no faults", (await csrgraph.RunAsync("check", "--store", "copies/copy.db")).StandardOutput, StringComparison.Ordinal);
        Assert.Contains("nothing to load", (await csrgraph.RunAsync("load", "--store", "copies/copy.db")).StandardOutput, StringComparison.Ordinal);
        Assert.Equal(["copy.db"], Directory.GetFiles(csrgraph.At("copies")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_that_is_there_is_kept_unless_it_is_to_be_replaced()
    {
        csrgraph.CopySeeds();
        Assert.Equal(0, (await csrgraph.RunAsync("load")).ExitCode);
        await File.WriteAllTextAsync(csrgraph.At("copy.db"), "notes", TestContext.Current.CancellationToken);

        var refused = await csrgraph.RunAsync("backup", "copy.db");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--force", refused.StandardError, StringComparison.Ordinal);
        Assert.Equal("notes", await File.ReadAllTextAsync(csrgraph.At("copy.db"), TestContext.Current.CancellationToken));
        Assert.Equal(0, (await csrgraph.RunAsync("backup", "copy.db", "--force")).ExitCode);
        Assert.Contains("no faults", (await csrgraph.RunAsync("check", "--store", "copy.db")).StandardOutput, StringComparison.Ordinal);
        Assert.Equal(0, (await csrgraph.RunAsync("backup", "copy.db", "--force")).ExitCode);
    }

    [Theory]
    [InlineData("data/csrgraph.db")]
    [InlineData("./data/../data/csrgraph.db")]
    public async Task The_store_itself_is_never_written_over(string path)
    {
        csrgraph.CopySeeds();
        Assert.Equal(0, (await csrgraph.RunAsync("load")).ExitCode);

        var refused = await csrgraph.RunAsync("backup", path, "--force");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("no faults", (await csrgraph.RunAsync("check", "--store")).StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_store_there_is_nothing_to_copy()
    {
        var refused = await csrgraph.RunAsync("backup", "copy.db");

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("there is no store at data/csrgraph.db", refused.StandardError, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(csrgraph.Folder));
    }

    [Fact]
    public async Task A_copy_that_the_disk_has_no_room_for_is_not_left_behind_and_the_one_before_it_stays()
    {
        csrgraph.CopySeeds();
        Assert.Equal(0, (await csrgraph.RunAsync("load")).ExitCode);
        Assert.Equal(0, (await csrgraph.RunAsync("backup", "copy.db")).ExitCode);

        var full = await csrgraph.RunWithoutRoomAsync(200, "backup", "copy.db", "--force");

        Assert.True(full.ExitCode == 3, $"{full.ExitCode}: {full.StandardError}");
        Assert.Contains("copy.db", full.StandardError, StringComparison.Ordinal);
        Assert.Contains("no faults", (await csrgraph.RunAsync("check", "--store", "copy.db")).StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(csrgraph.Folder), f => f.Contains("copy.db.", StringComparison.Ordinal));
    }
}
