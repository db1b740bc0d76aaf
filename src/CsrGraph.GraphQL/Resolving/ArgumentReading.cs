using System.Collections;
using System.Globalization;
using System.Text;
using CsrGraph.GraphQL.Limits;
using GraphQL;
using GraphQL.Execution;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>Reads a field's coerced arguments.</summary>
internal static class ArgumentReading
{
    public const int DefaultPage = 20;
    public const int MaxPage = 100;

    /// <summary>An argument's value; null where it is not given.</summary>
    public static object? Value(this IResolveFieldContext context, string name) =>
        context.Arguments is { } arguments && arguments.TryGetValue(name, out var value) ? value.Value : null;

    /// <summary>A text argument.</summary>
    public static string? Text(this IResolveFieldContext context, string name) => context.Value(name) as string;

    /// <summary>A list argument's texts; null where it is not given.</summary>
    public static IReadOnlyList<string>? Texts(this IResolveFieldContext context, string name) => (context.Value(name) as IEnumerable)?.Cast<object>()
        .Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)!).ToArray();

    /// <summary>How many of a list are wanted; 20 where nothing is said.</summary>
    public static int First(this IResolveFieldContext context, string name = "first", int otherwise = DefaultPage) =>
        context.Value(name) is int number ? Checked(name, number) : otherwise;

    /// <summary>A page size that is allowed.</summary>
    public static int Checked(string name, int number) => number is >= 0 and <= MaxPage
        ? number
        : throw ApiError.Input($"'{name}' is {number}; it must be from 0 to {MaxPage}");

    /// <summary>The arguments as one text, equal where they mean the same; without those left out.</summary>
    public static string Canonical(IDictionary<string, ArgumentValue>? arguments, params ReadOnlySpan<string> without)
    {
        if (arguments is null || arguments.Count == 0) return "";
        var text = new StringBuilder();
        foreach (var name in arguments.Keys.Order(StringComparer.Ordinal))
        {
            if (without.Contains(name) || arguments[name].Value is not { } value) continue;
            text.Append(name).Append(':');
            Append(text, value);
            text.Append(';');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('~');
                break;
            case string words:
                text.Append(CultureInfo.InvariantCulture, $"{words.Length}\"{words}");
                break;
            case IDictionary<string, object?> map:
                text.Append('{');
                foreach (var name in map.Keys.Order(StringComparer.Ordinal))
                {
                    text.Append(name).Append(':');
                    Append(text, map[name]);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case IEnumerable list:
                text.Append('[');
                foreach (var item in list)
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
