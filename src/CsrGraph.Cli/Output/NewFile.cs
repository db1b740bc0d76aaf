using CsrGraph.Store;

namespace CsrGraph.Cli.Output;

/// <summary>A file that is there whole or not at all.</summary>
internal static class NewFile
{
    /// <summary>Writes beside it first, so that what fails, or is ended, leaves the file that was there, or none.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be written, or its disk is full.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var beside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0)) await write(file);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"'{path}' cannot be written: see to its folder, its rights and the room on its disk ({e.Message})", e);
        }
        finally
        {
            if (File.Exists(beside)) File.Delete(beside);
        }
    }
}
