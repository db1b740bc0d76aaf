using CsrGraph.GraphQL.Limits;
using CsrGraph.Query;
using CsrGraph.Store;
using GraphQL;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>The page that a connection's arguments ask for.</summary>
/// <param name="Page">For the store; no rows where none are selected.</param>
/// <param name="Scope">The state it is read from: a cursor's, where there is one.</param>
/// <param name="Question">What cursors of this connection carry.</param>
/// <param name="Key">A text that is equal where two fields ask the same.</param>
/// <param name="WantsTotals">True where the numbers of all are selected.</param>
internal sealed record Paging(PageRequest Page, Scope Scope, ulong Question, string Key, bool WantsTotals)
{
    private const string First = "first";
    private const string Last = "last";
    private const string After = "after";
    private const string Before = "before";

    /// <summary>Reads the arguments.</summary>
    /// <param name="context">The field.</param>
    /// <param name="scope">The state of its parent.</param>
    /// <param name="what">What is asked, but for the arguments.</param>
    /// <param name="wants">What is selected.</param>
    public static Paging Read(IResolveFieldContext context, Scope scope, string what, Wants wants)
    {
        var question = Cursor.QuestionOf(
            $"{what}|{ArgumentReading.Canonical(context.Arguments, First, Last, After, Before)}|{scope.AsOf.ValidAt?.DayNumber}");
        var (first, last) = (context.Value(First) as int?, context.Value(Last) as int?);
        if (first is not null && last is not null) throw ApiError.Input("give 'first' or 'last', not both");
        var size = last is { } l ? ArgumentReading.Checked(Last, l) : ArgumentReading.Checked(First, first ?? ArgumentReading.DefaultPage);
        var (after, before) = (Place(context, After, question), Place(context, Before, question));
        var state = StateOf(scope, after, before);
        var page = new PageRequest(wants.HasFlag(Wants.Rows) ? size : 0, after?.Position, before?.Position, last is not null);
        var key = $"{what}|{ArgumentReading.Canonical(context.Arguments)}|{page.Limit}|{(int)wants}";
        return new Paging(page, state, question, key, wants.HasFlag(Wants.Totals));
    }

    private static Cursor? Place(IResolveFieldContext context, string name, ulong question)
    {
        if (context.Text(name) is not { } text) return null;
        var cursor = Cursor.Decode(text) ?? throw ApiError.Input($"'{name}' is not a cursor");
        if (cursor.Question == question) return cursor;
        throw ApiError.Input($"'{name}' is a cursor of another question: its field, filter, sort or day differs");
    }

    private static Scope StateOf(Scope scope, Cursor? after, Cursor? before)
    {
        if ((after ?? before) is not { } cursor) return scope;
        if (after is not null && before is not null && after.Head != before.Head) throw ApiError.Input("'after' and 'before' are of two states");
        if (cursor.Head > scope.AsOf.Head || (scope.IsAsOf && cursor.Head != scope.AsOf.Head))
        {
            throw ApiError.Input($"the cursor is of the state after change-set {cursor.Head}, which is not the one asked for");
        }

        return scope with { AsOf = scope.AsOf with { Head = cursor.Head } };
    }
}
