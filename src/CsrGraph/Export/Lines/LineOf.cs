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
        lines.Write(document, claim, evidence, exceeds);
        return Taken();
    }

    /// <summary>The line of a claim of which <see cref="Beginning"/> wrote what it says; good until the next is asked for.</summary>
    public ReadOnlySpan<byte> Of(EntityId document, ReadOnlySpan<byte> beginning, IReadOnlyList<Evidence> evidence)
    {
        lines.Write(document, beginning, evidence);
        return Taken();
    }

    /// <summary>What a claim says; good until the next is asked for. A roster's line depends on whom it names.</summary>
    public ReadOnlySpan<byte> Beginning(Claim claim)
    {
        if (claim.Kind == ClaimKind.Roster) return [];
        lines.WriteBeginning(claim);
        return Taken();
    }

    public void Dispose()
    {
        lines.Dispose();
        buffer.Dispose();
    }

    private ReadOnlySpan<byte> Taken()
    {
        buffer.SetLength(0);
        lines.Flush();
        return buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
    }
}
