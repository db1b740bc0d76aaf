using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CsrGraph.Web.Http;

/// <summary>The media types of an answer, and the choice between them by <c>Accept</c>.</summary>
internal static class MediaType
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string EventStream = "text/event-stream";

    /// <summary>
    /// The type that the client likes best, or null where it accepts none. An event stream is for those who name it and like it better than one answer. Of two liked equally the one that is named more exactly is taken; of
    /// two named the newer; by a wildcard, or where nothing is said, the older, which every client reads.
    /// </summary>
    public static string? Choose(IHeaderDictionary headers)
    {
        var accept = headers.Accept;
        if (accept.Count == 0) return Json;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges)) return null;
        var (json, graphQL) = (Liking(ranges, Json), Liking(ranges, GraphQLResponse));
        var stream = Liking(ranges, EventStream);
        if (stream.Exactness == Exact && stream.Quality > Math.Max(json.Quality, graphQL.Quality)) return EventStream;
        if (json.Quality == 0 && graphQL.Quality == 0) return null;
        var order = (graphQL.Quality, graphQL.Exactness).CompareTo((json.Quality, json.Exactness));
        if (order == 0) return graphQL.Exactness == Exact ? GraphQLResponse : Json;
        return order > 0 ? GraphQLResponse : Json;
    }

    private const int Exact = 2;

    private static (double Quality, int Exactness) Liking(IEnumerable<MediaTypeHeaderValue> ranges, string type)
    {
        var best = (Quality: 0.0, Exactness: -1);
        foreach (var range in ranges)
        {
            var exactness = range.MatchesAllTypes ? 0
                : range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 1
                : range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) && IsUtf8(range) ? Exact
                : -1;
            if (exactness > best.Exactness) best = (range.Quality ?? 1, exactness);
        }

        return best;
    }

    /// <summary>True where the value names UTF-8 or no encoding at all.</summary>
    public static bool IsUtf8(MediaTypeHeaderValue value)
    {
        var charset = HeaderUtilities.RemoveQuotes(value.Charset);
        return charset.Length == 0 || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
