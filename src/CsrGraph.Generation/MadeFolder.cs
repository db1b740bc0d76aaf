using System.Text;
using CsrGraph.Generation.Output;

namespace CsrGraph.Generation;

/// <summary>What was written.</summary>
/// <param name="Entities">How many entities.</param>
/// <param name="Documents">How many documents.</param>
/// <param name="Lines">How many claims, one counted in each document that bears it.</param>
public sealed record FolderWriting(int Entities, int Documents, long Lines);

/// <summary>Writes a made sector as a seed folder.</summary>
public static class MadeFolder
{
    /// <summary>Writes an edition into a folder that is empty or not there yet.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="edition">Which state of it.</param>
    /// <param name="folder">The seed folder.</param>
    /// <param name="sources">A folder for the raw texts, made up as well; null writes none.</param>
    /// <param name="cancellation">Stops the work; what is written by then stays.</param>
    /// <exception cref="IOException">It cannot be written, or there is something in the folder.</exception>
    public static FolderWriting Write(MadeSector sector, Edition edition, string folder, string? sources, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sector);
        foreach (var target in new[] { folder, sources }.OfType<string>()) Refuse(target);
        Directory.CreateDirectory(Path.Combine(folder, "entities"));
        var entities = 0;
        using (var file = new ItemFile(Path.Combine(folder, "entities", "made.yaml")))
        {
            foreach (var entity in sector.Entities())
            {
                cancellation.ThrowIfCancellationRequested();
                file.Write(json => EntityItem.Write(json, entity));
                entities++;
            }
        }

        var (documents, lines) = (0, 0L);
        foreach (var document in sector.Documents(edition))
        {
            cancellation.ThrowIfCancellationRequested();
            var own = Directory.CreateDirectory(Path.Combine(folder, "documents", document.Seed.Record.Id.Value)).FullName;
            using (var file = new ItemFile(Path.Combine(own, "document.yaml"), isList: false)) file.Write(json => DocumentItem.Write(json, document.Seed));
            var claims = new ClaimItem(document.Seed.Claims);
            using (var file = new ItemFile(Path.Combine(own, "claims.yaml")))
            {
                foreach (var claim in document.Seed.Claims) file.Write(json => claims.Write(json, claim));
            }

            if (sources is not null) WriteText(sources, document);
            (documents, lines) = (documents + 1, lines + document.Seed.Claims.Count);
        }

        return new FolderWriting(entities, documents, lines);
    }

    private static void Refuse(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new IOException($"the folder {folder} is not empty");
        if (File.Exists(folder)) throw new IOException($"{folder} is a file, not a folder");
    }

    private static void WriteText(string sources, MadeDocument document)
    {
        Directory.CreateDirectory(sources);
        File.WriteAllText(Path.Combine(sources, document.Seed.Record.Id.Value + ".txt"), document.Text, new UTF8Encoding(false));
    }
}
