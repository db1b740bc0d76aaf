using CsrGraph.Query.Paths;

namespace CsrGraph.StoreTests.Paths;

/// <summary>Writes paths down, each as a line: the ids with the relations between them, an arrow before each.</summary>
internal static class PathText
{
    public static IEnumerable<string> Of(PathAnswer answer) => answer.Paths.Select(p => string.Concat(
        p.Hops.Select(h => $" {(h.IsForward ? '>' : '<')}{h.Claim.Type} {h.To.Id}").Prepend(answer.From.Id.Value)));

    /// <summary>All that an answer says.</summary>
    public static string Whole(PathAnswer answer) => string.Join(
        '\n',
        [
            $"{answer.From.Id} {answer.To.Id} length {answer.Length} of {answer.Count}, {answer.Entities} entities and {answer.Relations} relations",
            .. Of(answer),
            .. answer.Paths.Select(p => string.Join(' ', p.Hops.Select(h => h.Claim.Id))),
            .. answer.NotEntered.Select(h => $"hub {h.Entity.Id} {h.Degree}"),
            $"{answer.NotEnteredCount} hubs",
        ]);
}
