using CsrGraph.Model;

namespace CsrGraph.Query;

/// <summary>Which of an entity's names is shown.</summary>
public static class EntityNames
{
    /// <summary>The first name in the language, else the one that is shown to everybody.</summary>
    /// <param name="entity">Whose name.</param>
    /// <param name="language">The wanted language; null for the shown name.</param>
    public static string In(Entity entity, Tongue? language)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (language is not { } wanted) return entity.Name;
        var tag = wanted == Tongue.En ? "en" : "zh";
        foreach (var name in entity.Names)
        {
            if (name.Language.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) return name.Text;
        }

        return entity.Name;
    }
}
