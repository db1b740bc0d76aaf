using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Reading;

/// <summary>The ids that claims and entities name.</summary>
internal sealed class Mentions(VocabularyDefinition vocabulary)
{
    /// <summary>Whom a claim names: its ends, and what its qualifiers refer to.</summary>
    public IEnumerable<EntityId> Of(Claim claim)
    {
        yield return claim.Subject;
        if (claim.Object is { } other) yield return other;
        foreach (var (name, value) in claim.Qualifiers)
        {
            if (IsId(claim, name)) yield return new EntityId(value);
        }
    }

    /// <summary>What an entity or a document refers to: the documents of its names, who published it, where it stood, what it was copied from.</summary>
    public static IEnumerable<EntityId> Of(Entity entity)
    {
        foreach (var name in entity.Names)
        {
            if (name.Evidence is { } evidence) yield return evidence.Document;
        }

        foreach (var property in (string[])[DocumentProperty.Publisher, DocumentProperty.Column, DocumentProperty.CopiedFrom])
        {
            if (entity.Properties[property] is { } id) yield return new EntityId(id);
        }
    }

    private bool IsId(Claim claim, string name) => claim.Kind switch
    {
        ClaimKind.Relation => vocabulary.QualifiersOf(vocabulary.RelationType(claim.Type)).Any(q => q.Name == name && q.Type == QualifierType.Entity),
        ClaimKind.Statement => name is QualifierName.OnBehalfOf or QualifierName.About,
        _ => false,
    };
}
