using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Query.Walks;

/// <summary>Which relations a walk follows, and through which kinds of entities it goes. Proposed identities are never followed.</summary>
public sealed class WalkRules
{
    private static readonly ClaimFilter Certain = new ClaimFilter.Not(new ClaimFilter.QualifierIn(QualifierName.Certainty, ["UNCERTAIN"]));

    private readonly VocabularyDefinition vocabulary;
    private readonly IReadOnlyList<string>? kinds;

    private WalkRules(VocabularyDefinition vocabulary, IReadOnlyList<string> types, IReadOnlyList<string>? kinds, ClaimFilter? edge) =>
        (this.vocabulary, Types, this.kinds, Edge) = (vocabulary, types, kinds, edge);

    /// <summary>The relation types.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>What the claims have to satisfy; null for nothing.</summary>
    public ClaimFilter? Edge { get; }

    /// <summary>Reads what was asked.</summary>
    /// <param name="vocabulary">What there can be.</param>
    /// <param name="relationTypes">Only these; null for all.</param>
    /// <param name="kinds">Only through these; null for all.</param>
    /// <param name="isUncertain">True follows what the texts leave open, too.</param>
    /// <exception cref="BadQuestionException">A list is empty, or holds what cannot be followed.</exception>
    public static WalkRules Of(VocabularyDefinition vocabulary, IReadOnlyList<string>? relationTypes, IReadOnlyList<string>? kinds, bool isUncertain)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        if (relationTypes is []) throw new BadQuestionException("no relation type is given: name one at least, or leave them out to follow all");
        if (kinds is []) throw new BadQuestionException("no kind is given: name one at least, or leave them out to go through all");
        foreach (var kind in kinds ?? [])
        {
            if (!vocabulary.EntityKinds.Any(k => k.Id == kind)) throw new BadQuestionException($"relations lead to no '{kind}': it is not a kind of entity");
        }

        foreach (var id in relationTypes ?? [])
        {
            if (!vocabulary.TryRelationType(id, out var type)) throw new BadQuestionException($"there is no relation type '{id}'");
            if (type.IsIdentity) throw new BadQuestionException($"{id} only proposes that two entities are one, and is never followed; `sameAs` shows what is proposed");
        }

        string[] types = [.. relationTypes?.Distinct() ?? vocabulary.RelationTypes.Where(t => !t.IsIdentity).Select(t => t.Id)];
        return new WalkRules(vocabulary, types, kinds, isUncertain ? null : Certain);
    }

    /// <summary>True where the walk may go to this entity, by its id.</summary>
    public bool Admits(string id) => kinds is null || (vocabulary.KindOfId(id) is { } kind && kinds.Contains(kind.Id));
}
