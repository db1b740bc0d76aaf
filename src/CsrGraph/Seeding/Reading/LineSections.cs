using System.Text.Json;

namespace CsrGraph.Seeding.Reading;

/// <summary>
/// Finds the parts of a file that has entities, documents and claims one after the other, as <c>csrgraph export --format jsonl</c> writes it. A line
/// that says which state the file shows may come first. Only what comes before the claims is looked at.
/// </summary>
internal static class LineSections
{
    private const string Head = "csrgraph";

    /// <summary>The parts that the file has, by the names of the files that they stand for.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IReadOnlyDictionary<string, LinePart> Of(string path)
    {
        var parts = new Dictionary<string, LinePart>(StringComparer.Ordinal);
        string? section = null;
        var (begin, firstLine, position, number) = (0L, 1, 0L, 0);
        foreach (var line in Lines(path))
        {
            number++;
            var found = SectionOf(line.Span, section);
            if (found == Head && number == 1) (begin, firstLine) = (position + line.Length, 2);
            else if (found is not null && found != Head && found != section) Turn(found);
            position += line.Length;
            if (section == SeedLayout.ClaimLines) break;
        }

        Close(section == SeedLayout.ClaimLines ? null : position);
        return parts;

        void Turn(string next)
        {
            // What comes back to an earlier sort is reported by those who read it.
            if (parts.ContainsKey(next)) return;
            if (section is not null)
            {
                Close(position);
                (begin, firstLine) = (position, number);
            }

            section = next;
        }

        void Close(long? end)
        {
            if (section is not null) parts.Add(section, new LinePart(path, path, begin, end - begin, firstLine));
        }
    }

    // The first key that only one sort has; what cannot be read belongs to what it stands in, whose reader says so.
    private static string? SectionOf(ReadOnlySpan<byte> line, string? current)
    {
        try
        {
            var json = new Utf8JsonReader(line.StartsWith("\uFEFF"u8) ? line[3..] : line);
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
                if (json.ValueTextEquals("document")) return SeedLayout.ClaimLines;
                if (json.ValueTextEquals("title")) return SeedLayout.DocumentLines;
                if (json.ValueTextEquals("names")) return SeedLayout.EntityLines;
                if (json.ValueTextEquals(Head)) return Head;
                json.Skip();
            }
        }
        catch (JsonException)
        {
            return current;
        }

        return current;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var buffer = new byte[1 << 18];
        var (start, scanned, end) = (0, 0, 0);
        while (true)
        {
            var length = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return buffer.AsMemory(start, scanned + length + 1 - start);
                start = scanned += length + 1;
                continue;
            }

            if (start > 0) buffer.AsSpan(start, end - start).CopyTo(buffer);
            else if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            (start, end) = (0, end - start);
            scanned = end;
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0) break;
            end += read;
        }

        if (end > 0) yield return buffer.AsMemory(0, end);
    }
}
