using CsrGraph.Store;
using Microsoft.Win32.SafeHandles;

namespace CsrGraph.Seeding.Bulk.Sorting;

/// <summary>
/// A temporary file that is written at its end and read anywhere, from any thread. It has no name as soon as it is open where the system allows that,
/// so that nothing of it is left behind, however the process ends. Nothing is made before something is written.
/// </summary>
/// <param name="folder">Where it is kept.</param>
internal sealed class ScratchFile(string folder) : IDisposable
{
    private SafeFileHandle? handle;

    /// <summary>How many bytes it holds.</summary>
    public long Length { get; private set; }

    /// <exception cref="StoreUnavailableException">The disk is full, or the folder cannot be written.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            handle ??= Open();
            RandomAccess.Write(handle, bytes, Length);
            Length += bytes.Length;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last is how .NET tells that the file system takes no file of that length.
            throw new StoreUnavailableException(
                $"{folder} cannot hold what is sorted there for a time ({exception.Message}); it needs about as much room as the claims have", exception);
        }
    }

    /// <summary>Reads as many bytes as there are, at most a buffer full.</summary>
    public int Read(long offset, Span<byte> buffer)
    {
        var read = 0;
        while (read < buffer.Length && offset + read < Length)
        {
            var more = RandomAccess.Read(handle!, buffer[read..], offset + read);
            if (more == 0) break;
            read += more;
        }

        return read;
    }

    public void Dispose() => handle?.Dispose();

    private SafeFileHandle Open()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $".csrgraph-{Guid.NewGuid():n}.tmp");
        var opened = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return opened;
    }
}
