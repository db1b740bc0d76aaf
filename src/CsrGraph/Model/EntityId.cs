using System.Diagnostics.CodeAnalysis;

namespace CsrGraph.Model;

/// <summary>
/// The readable, stable id of an entity (<c>org:zgwlshlhh</c>) or of a document, which is a plain slug without a colon. At most 100 characters
/// of <c>a-z 0-9 - . _</c>, with one colon after the kind's prefix.
/// </summary>
public readonly record struct EntityId : IComparable<EntityId>
{
    /// <summary>The longest id, in characters.</summary>
    public const int MaxLength = 100;

    private readonly string? value;

    /// <exception cref="FormatException">It is not an id.</exception>
    public EntityId(string value)
    {
        if (!IsValid(value)) throw new FormatException($"'{value}' is not an id: {Rule}");
        this.value = value;
    }

    // The value is known to be one.
    private EntityId(string value, bool _) => this.value = value;

    /// <summary>What an id looks like, for error messages.</summary>
    public static string Rule => "an id is a prefix, a colon and a slug of a-z, 0-9, '-', '.' or '_' (org:miit); a document's id is the slug alone";

    /// <summary>The id as text.</summary>
    public string Value => value ?? "";

    /// <summary>True for a document's id.</summary>
    public bool IsDocument => !Value.Contains(':', StringComparison.Ordinal);

    /// <summary>Reads an id without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EntityId id)
    {
        id = text is not null && IsValid(text) ? new EntityId(text, true) : default;
        return id.value is not null;
    }

    /// <summary>An id that was one before, and is not looked at again.</summary>
    internal static EntityId Known(string text) => new(text, true);

    /// <inheritdoc/>
    public int CompareTo(EntityId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsValid(string text)
    {
        if (text.Length is 0 or > MaxLength || text.StartsWith("claim:", StringComparison.Ordinal)) return false;
        var colons = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ':')
            {
                if (++colons > 1 || i == 0 || i == text.Length - 1) return false;
            }
            else if (!(char.IsAsciiLetterLower(text[i]) || char.IsAsciiDigit(text[i]) || text[i] is '-' or '.' or '_'))
            {
                return false;
            }
        }

        return char.IsAsciiLetterOrDigit(text[0]);
    }

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator <(EntityId left, EntityId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator >(EntityId left, EntityId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator <=(EntityId left, EntityId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator >=(EntityId left, EntityId right) => left.CompareTo(right) >= 0;
}
