namespace CsrGraph.Model;

/// <summary>A name of an entity.</summary>
/// <param name="Text">As it is written, simplified characters where it is Chinese.</param>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Type">A term of the vocabulary's list NAME_TYPE.</param>
/// <param name="IsMatchable">False for a name that several bodies share; it identifies nobody.</param>
/// <param name="Inferred">Why the curator completed it from context, or null where it is printed.</param>
/// <param name="Evidence">The words that bear it, or null.</param>
public sealed record Name(string Text, string Language, string Type, bool IsMatchable, string? Inferred, Evidence? Evidence);

/// <summary>
/// Who or what claims speak of; a document is kept as one too, of the kind DOCUMENT. It belongs to the seed folder, and is versioned as a whole.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">A kind of the vocabulary.</param>
/// <param name="Category">A term of the vocabulary's list CATEGORY, of an organisation; else null.</param>
/// <param name="Names">Its names, the shown one first; at least one. A document's only name is its title.</param>
/// <param name="Formerly">Ids that were merged into this one and redirect to it.</param>
/// <param name="Properties">A document's metadata, see <see cref="DocumentProperty"/>; empty for others.</param>
/// <param name="Date">
/// Of an initiative the best supported of its dates, derived from its claims when a change-set is applied; of a document the day of publication.
/// </param>
public sealed record Entity(
    EntityId Id, string Kind, string? Category, IReadOnlyList<Name> Names, IReadOnlyList<EntityId> Formerly, Qualifiers Properties, PartialDate? Date)
{
    // Read for every row of an answer: an array is read without a call through its interface.
    /// <summary>The name that is shown.</summary>
    public string Name => Names is Name[] names ? names[0].Text : Names[0].Text;

    /// <summary>An entity of which no more is known than its id, kind, category, date and the text of its shown name.</summary>
    public static Entity Heading(EntityId id, string kind, string? category, string name, PartialDate? date)
    {
        Name[] names = [new Name(name, "", "", true, null, null)];
        return new Entity(id, kind, category, names, [], Qualifiers.None, date);
    }

    /// <summary>True where the two say the same, whatever date was derived for them.</summary>
    public bool SaysTheSameAs(Entity other) =>
        Id == other.Id && Kind == other.Kind && Category == other.Category && Names.SequenceEqual(other.Names)
        && Formerly.SequenceEqual(other.Formerly) && Properties.Equals(other.Properties);
}

/// <summary>The names of a document's properties.</summary>
public static class DocumentProperty
{
    /// <summary>The id of who published it.</summary>
    public const string Publisher = "publisher";

    /// <summary>A BCP 47 tag.</summary>
    public const string Language = "language";

    /// <summary>The day of publication, encoded by <see cref="PartialDateCode"/>.</summary>
    public const string Published = "published";

    /// <summary>The day on which the copy was taken, <c>2025-01-20</c>.</summary>
    public const string Retrieved = "retrieved";

    /// <summary>The id of the column it stood in.</summary>
    public const string Column = "column";

    /// <summary>The id of the document it was copied from.</summary>
    public const string CopiedFrom = "copiedFrom";

    /// <summary>Its address.</summary>
    public const string Url = "url";

    /// <summary>What may be done with it.</summary>
    public const string Licence = "licence";

    /// <summary>The SHA-256 of the raw text's bytes, in lower-case hexadecimal digits.</summary>
    public const string Sha256 = "sha256";
}
