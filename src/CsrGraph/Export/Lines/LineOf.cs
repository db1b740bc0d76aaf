using CsrGraph.Model;
using CsrGraph.Seeding.Bulk;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Lines;

/// <summary>The line of one claim, as bulk seeds have it.</summary>
internal sealed class LineOf : IDisposable
{
    private readonly MemoryStream buffer = new();
    private readonly SeedLineWriter lines;

    public LineOf(VocabularyDefinition vocabulary) => lines = new SeedLineWriter(buffer, vocabulary);

    /// <summary>The line with its end; good until the next is asked for.</summary>
    public ReadOnlySpan<byte> Of(EntityId document, Claim claim, IReadOnlyList<Evidence> evidence, string? exceeds = null)
    {
        buffer.SetLength(0);
        lines.Write(document, claim, evidence, exceeds);
        lines.Flush();
        return buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
    }

    public void Dispose()
    {
        lines.Dispose();
        buffer.Dispose();
    }
}
