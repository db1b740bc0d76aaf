using System.Collections;
using System.Globalization;
using System.Reflection;
using CsrGraph.Model;

namespace CsrGraph.StoreTests.Generated;

/// <summary>Writes a question down with all its parts, as records alone do not write lists.</summary>
internal static class QuestionText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        byte[] bytes => Convert.ToHexString(bytes),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Of))}]",
        EntityId or ClaimId or DateOnly or Enum or IConvertible => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => $"{value.GetType().Name} {{ {string.Join(", ", value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.GetIndexParameters().Length == 0).Select(p => $"{p.Name} = {Of(p.GetValue(value))}"))} }}",
    };
}
