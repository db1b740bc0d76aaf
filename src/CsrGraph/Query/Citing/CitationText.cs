using System.Globalization;
using CsrGraph.Store;

namespace CsrGraph.Query.Citing;

/// <summary>Writes citations as a line for readers.</summary>
internal static class CitationText
{
    /// <summary>Where claims and entities stand.</summary>
    public const string Graph = "CsrGraph";

    public static string Write(Citation citation)
    {
        string?[] parts =
        [
            citation.Authors.Count == 0 ? null : string.Join(", ", citation.Authors),
            citation.Title,
            citation.Publisher,
            citation.Issued?.ToString(),
            citation.Url,
            citation.Retrieved is { } day ? $"retrieved {day}" : null,
            citation.Type == CitedType.Document ? null : $"{State(citation)}, {citation.Id}",
            .. citation.Notes,
        ];
        return string.Join(". ", parts.OfType<string>().Select(p => p.TrimEnd('.'))) + ".";
    }

    /// <summary>The graph, and in which state.</summary>
    public static string State(Citation citation)
    {
        var state = string.Create(CultureInfo.InvariantCulture, $"{Graph}, change-set {citation.Head}");
        return citation.KnownAt is { } knownAt ? $"{state}, known at {Moment.Say(knownAt)}" : state;
    }
}
