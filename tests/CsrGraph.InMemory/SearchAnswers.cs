using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Text;

namespace CsrGraph.InMemory;

/// <summary>Finds entities by their names.</summary>
internal static class SearchAnswers
{
    private const string ShortName = "SHORT";

    public static Page<SearchRow> Search(SearchRequest request, GraphView view)
    {
        var text = Folding.Fold(request.Text);
        var rows = view.Entities()
            .Where(e => text.Length > 0 && request.Kinds.Contains(e.Kind))
            .SelectMany(e => e.Names
                .Select((name, place) => (Name: name, Place: place, Reason: Match(name, text), NameTexts.Search(name.Text).Folded.Length))
                .Where(m => m.Reason is not null)
                .OrderBy(m => m.Reason).ThenBy(m => m.Length).ThenBy(m => m.Place)
                .Take(1)
                .Select(m => new SearchRow(e, m.Name.Text, m.Reason!.Value, new Position([(long)m.Reason.Value, (long)m.Length], e.Id.Value))))
            .ToList();
        var (cut, hasNext, hasPrevious) = Ordering.Cut(rows, r => r.Position, [false, false], request.Page);
        return new Page<SearchRow>(cut, hasNext, hasPrevious, request.WantsTotal ? rows.Count : null, Aggregates.Of(request.Aggregates, [.. rows.Select(r => r.Entity)], view));
    }

    private static SearchReason? Match(Name name, string text)
    {
        var keys = NameTexts.Search(name.Text);
        var folded = keys.Folded;
        if (folded == text && name.Type == ShortName) return SearchReason.ShortName;
        if (folded == text && name.IsMatchable) return SearchReason.Exact;
        if (folded.StartsWith(text, StringComparison.Ordinal)) return SearchReason.Prefix;
        if (folded.Contains(text, StringComparison.Ordinal)) return SearchReason.Substring;
        if (keys.Pinyin.Any(p => p.StartsWith(text, StringComparison.Ordinal))) return SearchReason.Pinyin;
        return keys.Initials.Any(i => i.StartsWith(text, StringComparison.Ordinal)) ? SearchReason.Initials : null;
    }
}
