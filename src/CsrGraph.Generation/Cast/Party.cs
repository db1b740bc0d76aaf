using CsrGraph.Model;

namespace CsrGraph.Generation.Cast;

/// <summary>An entity with the names that it is registered under and printed with.</summary>
internal sealed record Party(EntityId Id, string Full, string? Short = null, bool IsShortMatchable = true)
{
    /// <summary>How words hold it, as the check of seeds computes it; null where they do not.</summary>
    public Grade? HeldBy(string words) =>
        words.Contains(Full, StringComparison.Ordinal) ? Grade.Verbatim
        : Short is not null && words.Contains(Short, StringComparison.Ordinal) ? Grade.Alias
        : null;

    /// <summary>The entity as a seed has it.</summary>
    public Entity ToEntity(string kind, string? category = null)
    {
        var full = new Name(Full, "zh-Hans", "FULL", true, null, null);
        Name[] names = Short is null ? [full] : [full, new Name(Short, "zh-Hans", "SHORT", IsShortMatchable, null, null)];
        return new Entity(Id, kind, category, names, [], Qualifiers.None, null);
    }
}
