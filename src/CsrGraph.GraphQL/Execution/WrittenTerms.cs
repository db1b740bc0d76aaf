using System.Text;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Execution;

/// <summary>The terms of an enum as they are written, by the texts that stand for them.</summary>
internal sealed class WrittenTerms
{
    private readonly Dictionary<string, byte[]> terms = new(StringComparer.Ordinal);

    public WrittenTerms(EnumerationGraphType type)
    {
        foreach (var term in type.Values)
        {
            if (term.Value is string value) terms.TryAdd(value, Encoding.UTF8.GetBytes($"\"{term.Name}\""));
        }
    }

    /// <summary>A term; null where the value is none, or no text.</summary>
    public byte[]? Find(object? value) => value is string text ? terms.GetValueOrDefault(text) : null;
}
