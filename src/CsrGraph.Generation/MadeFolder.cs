using System.Text;
using CsrGraph.Seeding;
using CsrGraph.Seeding.Bulk;
using CsrGraph.Vocabulary;

namespace CsrGraph.Generation;

/// <summary>What was written.</summary>
/// <param name="Entities">How many entities.</param>
/// <param name="Documents">How many documents.</param>
/// <param name="Lines">How many claims, one counted in each document that bears it.</param>
public sealed record FolderWriting(int Entities, int Documents, long Lines);

/// <summary>Writes a made sector as a folder of bulk seeds.</summary>
public static class MadeFolder
{
    /// <summary>Writes an edition into a folder that is empty or not there yet.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="edition">Which state of it.</param>
    /// <param name="folder">The seed folder.</param>
    /// <param name="sources">A folder for the raw texts, made up as well and empty or not there yet; null writes none.</param>
    /// <param name="vocabulary">What the qualifiers of relations are.</param>
    /// <param name="cancellation">Stops the work; what is written by then stays.</param>
    /// <exception cref="IOException">It cannot be written, or there is something in the folder.</exception>
    public static FolderWriting Write(
        MadeSector sector, Edition edition, string folder, string? sources, VocabularyDefinition vocabulary, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sector);
        foreach (var target in new[] { folder, sources }.OfType<string>()) Prepare(target);
        var entities = WriteEntities(sector, folder, vocabulary, cancellation);
        using var documentFile = Create(folder, "documents.ndjson");
        using var claimFile = Create(folder, "claims.ndjson");
        using var documentLines = new SeedLineWriter(documentFile, vocabulary);
        using var claimLines = new SeedLineWriter(claimFile, vocabulary);
        var (documents, lines) = (0, 0L);
        foreach (var document in sector.Documents(edition))
        {
            cancellation.ThrowIfCancellationRequested();
            var (record, claims) = (document.Seed.Record, document.Seed.Claims);
            documentLines.Write(record, claims.Count, Named(claims));
            foreach (var said in claims) claimLines.Write(record.Id, said.Claim, said.Evidence);
            if (sources is not null) File.WriteAllText(Path.Combine(sources, record.Id.Value + ".txt"), document.Text, new UTF8Encoding(false));
            (documents, lines) = (documents + 1, lines + claims.Count);
        }

        return new FolderWriting(entities, documents, lines);
    }

    private static int WriteEntities(MadeSector sector, string folder, VocabularyDefinition vocabulary, CancellationToken cancellation)
    {
        using var file = Create(folder, "entities.ndjson");
        using var lines = new SeedLineWriter(file, vocabulary);
        var count = 0;
        foreach (var entity in sector.Entities())
        {
            cancellation.ThrowIfCancellationRequested();
            lines.Write(entity);
            count++;
        }

        return count;
    }

    // Those at an end; the few that only a qualifier names make it more.
    private static int Named(IEnumerable<SeedClaim> claims) =>
        claims.SelectMany(c => new[] { c.Claim.Subject, c.Claim.Object ?? c.Claim.Subject }).Where(end => !end.IsDocument).Distinct().Count();

    private static FileStream Create(string folder, string name) =>
        new(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);

    private static void Prepare(string folder)
    {
        if (File.Exists(folder)) throw new IOException($"{folder} is a file, not a folder");
        if (Directory.CreateDirectory(folder).EnumerateFileSystemInfos().Any()) throw new IOException($"the folder {folder} is not empty");
    }
}
