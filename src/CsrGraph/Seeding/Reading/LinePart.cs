namespace CsrGraph.Seeding.Reading;

/// <summary>The lines of one sort: a file of their own, or a part of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">What the file is called in messages.</param>
/// <param name="Start">The first byte.</param>
/// <param name="Length">How many bytes; null for all up to the end.</param>
/// <param name="FirstLine">The number of the first line.</param>
internal sealed record LinePart(string Path, string Name, long Start = 0, long? Length = null, int FirstLine = 1)
{
    /// <summary>How many bytes it has.</summary>
    public long Size => Length ?? new FileInfo(Path).Length;

    /// <summary>Opens it; whoever reads stops after <see cref="Length"/> bytes.</summary>
    public FileStream Open()
    {
        var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        stream.Position = Start;
        return stream;
    }
}
