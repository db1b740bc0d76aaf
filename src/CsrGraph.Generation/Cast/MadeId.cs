using System.Globalization;
using CsrGraph.Model;

namespace CsrGraph.Generation.Cast;

/// <summary>Ids of made things: <c>org:made-17</c>.</summary>
internal static class MadeId
{
    public static EntityId Of(string prefix, int number) => new(string.Create(CultureInfo.InvariantCulture, $"{prefix}:made-{number}"));

    /// <summary>The id of the document that a story has at a place.</summary>
    public static EntityId OfDocument(int story, int place) => new(string.Create(CultureInfo.InvariantCulture, $"made-{story}-{place}"));
}
