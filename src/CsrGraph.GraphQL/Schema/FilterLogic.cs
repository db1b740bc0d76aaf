using CsrGraph.GraphQL.Limits;
using CsrGraph.Store;

namespace CsrGraph.GraphQL.Schema;

/// <summary>How conditions of one sort are joined.</summary>
internal sealed record FilterLogic<T>(Func<IReadOnlyList<T>, T> All, Func<IReadOnlyList<T>, T> Any, Func<T, T> Not)
{
    /// <summary>All of them, without a wrapping where there is one.</summary>
    public T Join(IReadOnlyList<T> filters) => filters.Count == 1 ? filters[0] : All(filters);

    /// <summary>There is such a value, or there is none.</summary>
    public T Missing(T missing, object wanted) => (bool)wanted ? missing : Not(missing);

    /// <summary>Reads the operators of an operand's object, each of which must hold.</summary>
    public T Operators(object value, Func<string, object, T> read) =>
        Join([.. ((IDictionary<string, object?>)value).Select(o => read(o.Key, FilterLogic.Given(o.Key, o.Value)))]);

    /// <summary>Reads <c>eq in contains startsWith isMissing</c>.</summary>
    public T Text(object value, Func<TextComparison, string, T> compare, T missing) => Operators(value, (name, operand) => name switch
    {
        "eq" => compare(TextComparison.Equal, (string)operand),
        "in" => Any([.. FilterLogic.Texts(operand).Select(t => compare(TextComparison.Equal, t))]),
        "contains" => compare(TextComparison.Contains, (string)operand),
        "startsWith" => compare(TextComparison.StartsWith, (string)operand),
        _ => Missing(missing, operand),
    });

    /// <summary>Reads <c>eq in</c>.</summary>
    public T Among(object value, Func<IReadOnlyList<string>, T> among) =>
        Operators(value, (name, operand) => among(name == "in" ? FilterLogic.Texts(operand) : [FilterLogic.AsText(operand)]));

    /// <summary>Reads <c>from to isMissing</c>.</summary>
    public T Days(object value, Func<DateOnly?, DateOnly?, T> within, T missing)
    {
        var operators = (IDictionary<string, object?>)value;
        var filters = new List<T>();
        var (from, to) = (Day(operators, "from"), Day(operators, "to"));
        if (from > to) throw ApiError.Input($"the days from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} are reversed");
        if (from is not null || to is not null) filters.Add(within(from, to));
        if (operators.TryGetValue("isMissing", out var wanted)) filters.Add(Missing(missing, FilterLogic.Given("isMissing", wanted)));
        return Join(filters);
    }

    private static DateOnly? Day(IDictionary<string, object?> operators, string name) =>
        operators.TryGetValue(name, out var day) ? (DateOnly)FilterLogic.Given(name, day) : null;
}

/// <summary>The two sorts of conditions.</summary>
internal static class FilterLogic
{
    public static FilterLogic<EntityFilter> Entities { get; } =
        new(f => new EntityFilter.All(f), f => new EntityFilter.Any(f), f => new EntityFilter.Not(f));

    public static FilterLogic<ClaimFilter> Claims { get; } =
        new(f => new ClaimFilter.All(f), f => new ClaimFilter.Any(f), f => new ClaimFilter.Not(f));

    /// <summary>An operand that is there: a null would silently mean "no condition".</summary>
    public static object Given(string name, object? value) =>
        value ?? throw ApiError.Input($"'{name}' in a filter is null: leave it out, or ask for 'isMissing'");

    /// <summary>The texts of a list.</summary>
    public static IReadOnlyList<string> Texts(object list) =>
        [.. ((System.Collections.IEnumerable)list).Cast<object?>().Select(t => AsText(Given("in", t)))];

    /// <summary>An id or number as text: ids may be written as numbers.</summary>
    public static string AsText(object value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
}
