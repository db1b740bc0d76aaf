using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Execution;

/// <summary>The terms of an enum as they are written, by the texts that stand for them. Read for every value, so they are made to be found fast, once.</summary>
internal sealed class WrittenTerms
{
    private static readonly ConditionalWeakTable<EnumerationGraphType, WrittenTerms> Made = [];

    private readonly FrozenDictionary<string, byte[]> terms;

    private WrittenTerms(EnumerationGraphType type) => terms = type.Values
        .Where(term => term.Value is string)
        .DistinctBy(term => (string)term.Value!)
        .ToFrozenDictionary(term => (string)term.Value!, term => Encoding.UTF8.GetBytes($"\"{term.Name}\""), StringComparer.Ordinal);

    /// <summary>Those of an enum.</summary>
    public static WrittenTerms Of(EnumerationGraphType type) => Made.GetValue(type, static made => new WrittenTerms(made));

    /// <summary>A term; null where the value is none, or no text.</summary>
    public byte[]? Find(object? value) => value is string text ? terms.GetValueOrDefault(text) : null;
}
