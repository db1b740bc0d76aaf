namespace CsrGraph.Vocabulary;

/// <summary>A type of relation between two entities, read as "subject TYPE object".</summary>
/// <param name="Id">In capitals: <c>GUIDED</c>.</param>
/// <param name="SubjectKinds">The kinds that may stand as subject.</param>
/// <param name="ObjectKinds">The kinds that may stand as object.</param>
/// <param name="Field">The GraphQL field on the subject: <c>guided</c>.</param>
/// <param name="InverseField">The GraphQL field on the object: <c>guidedBy</c>; equal to <paramref name="Field"/> where the type is symmetric.</param>
/// <param name="IsState">True where it holds over an interval (a post), false where it happens on a date (a signature).</param>
/// <param name="IsRole">True where a roster may count who takes part this way.</param>
/// <param name="Label">Its name from the subject's side.</param>
/// <param name="InverseLabel">Its name from the object's side.</param>
/// <param name="Sentence">What it reads as, with <c>{subject}</c> and <c>{object}</c>.</param>
/// <param name="Description">One sentence for the API's reader, in English.</param>
/// <param name="Qualifiers">Its own qualifiers, beside those that every relation has.</param>
public sealed record RelationType(
    string Id, IReadOnlyList<string> SubjectKinds, IReadOnlyList<string> ObjectKinds, string Field, string InverseField, bool IsState, bool IsRole,
    Label Label, Label InverseLabel, Label Sentence, string Description, IReadOnlyList<QualifierDefinition> Qualifiers)
{
    /// <summary>True where subject and object may change places (SAME_AS).</summary>
    public bool IsSymmetric => Field == InverseField;

    /// <summary>True where it proposes that two entities are one, which nothing walks or counts along: a decided identity is a merge.</summary>
    public bool IsIdentity => Qualifiers.Any(q => q.Terms == "IDENTITY_STATUS");
}
