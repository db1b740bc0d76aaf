namespace CsrGraph.Vocabulary;

/// <summary>A relation seen from one of its ends: one GraphQL connection.</summary>
/// <param name="Type">The relation type.</param>
/// <param name="Outgoing">True on the subject, false on the object.</param>
/// <param name="Field">The field's name: <c>guided</c> on the subject, <c>guidedBy</c> on the object.</param>
public readonly record struct RelationField(RelationType Type, bool Outgoing, string Field)
{
    /// <summary>The kinds at the far end.</summary>
    public IReadOnlyList<string> FarKinds => Outgoing ? Type.ObjectKinds : Type.SubjectKinds;

    internal static IReadOnlyList<RelationField> Of(string kind, IEnumerable<RelationType> types) => [.. types.SelectMany(type => Of(kind, type))];

    private static IEnumerable<RelationField> Of(string kind, RelationType type)
    {
        if (type.SubjectKinds.Contains(kind))
        {
            yield return new RelationField(type, true, type.Field);
        }

        if (!type.IsSymmetric && type.ObjectKinds.Contains(kind))
        {
            yield return new RelationField(type, false, type.InverseField);
        }
    }
}
