using CsrGraph.Vocabulary;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>The root's field that tells what there can be: kinds, relation types, terms.</summary>
internal sealed class VocabularyFields(TypeRegistry registry, LeafTypes leaves, VocabularyDefinition vocabulary)
{
    /// <summary>Adds the field.</summary>
    public void AddTo(ObjectGraphType query)
    {
        var label = registry.Object("Label", "A term in both languages.", type =>
        {
            FieldSpec.Of<Label>("zh", leaves.Text.Required(), "Chinese, simplified characters.", l => l.Zh).AddTo(type);
            FieldSpec.Of<Label>("en", leaves.Text.Required(), "English.", l => l.En).AddTo(type);
        });
        var kind = registry.Object("KindDefinition", "A kind of entity, or the kind of documents.", type =>
        {
            Add<KindDefinition>(type, "id", "In capitals, as in enums.", k => k.Id);
            Add<KindDefinition>(type, "typeName", "Its type here.", k => k.TypeName);
            Add<KindDefinition>(type, "interface", "The narrower interface that it belongs to.", k => k.Interface, true);
            Add<KindDefinition>(type, "prefix", "What its ids begin with, before the colon.", k => k.Prefix, true);
            Add<KindDefinition>(type, "singular", "The root field that takes an id.", k => k.Singular);
            Add<KindDefinition>(type, "plural", "The root field that takes a filter.", k => k.Plural);
            Add<KindDefinition>(type, "description", "What it is.", k => k.Description);
            FieldSpec.Of<KindDefinition>("label", label.Required(), "Its name.", k => k.Label).AddTo(type);
        });
        var qualifier = registry.Object("QualifierDefinition", "What a relation says beside its ends.", type =>
        {
            Add<QualifierDefinition>(type, "name", "Its name.", q => q.Name);
            Add<QualifierDefinition>(type, "type", "What its value is: TEXT, BOOLEAN, NUMBER, DATE, ENTITY or TERM.", q => LeafTypes.Capitals(q.Type.ToString()));
            Add<QualifierDefinition>(type, "terms", "The closed list that a term is of.", q => q.Terms, true);
            Add<QualifierDefinition>(type, "description", "What it says.", q => q.Description);
            FieldSpec.Of<QualifierDefinition>("kinds", leaves.Text.RequiredMany(), "The kinds that may stand there.", q => q.Kinds).AddTo(type);
            FieldSpec.Of<QualifierDefinition>("required", leaves.Boolean.Required(), "True where no claim goes without.", q => q.IsRequired).AddTo(type);
            FieldSpec.Of<QualifierDefinition>("label", label.Required(), "Its name in both languages.", q => q.Label).AddTo(type);
        });
        var relation = registry.Object("RelationTypeDefinition", "A type of relation between two entities.", type =>
        {
            Add<RelationType>(type, "id", "In capitals.", r => r.Id);
            Add<RelationType>(type, "field", "The field on its subject.", r => r.Field);
            Add<RelationType>(type, "inverseField", "The field on its object; the same where either end may be the subject.", r => r.InverseField);
            Add<RelationType>(type, "description", "What it says.", r => r.Description);
            FieldSpec.Of<RelationType>("subjectKinds", leaves.Text.RequiredMany(), "The kinds that may be its subject.", r => r.SubjectKinds).AddTo(type);
            FieldSpec.Of<RelationType>("objectKinds", leaves.Text.RequiredMany(), "The kinds that may be its object.", r => r.ObjectKinds).AddTo(type);
            FieldSpec.Of<RelationType>("state", leaves.Boolean.Required(), "True where it holds over an interval.", r => r.IsState).AddTo(type);
            FieldSpec.Of<RelationType>("role", leaves.Boolean.Required(), "True where a roster may count it.", r => r.IsRole).AddTo(type);
            FieldSpec.Of<RelationType>("label", label.Required(), "Its name from the subject's side.", r => r.Label).AddTo(type);
            FieldSpec.Of<RelationType>("inverseLabel", label.Required(), "Its name from the object's side.", r => r.InverseLabel).AddTo(type);
            FieldSpec.Of<RelationType>("sentence", label.Required(), "What it reads as, with {subject} and {object}.", r => r.Sentence).AddTo(type);
            FieldSpec.Of<RelationType>("qualifiers", qualifier.RequiredMany(), "What it says beside its ends.", vocabulary.QualifiersOf).AddTo(type);
        });
        var term = registry.Object("Term", "One term of a closed list.", type =>
        {
            Add<Term>(type, "id", "In capitals, as in enums.", t => t.Id);
            Add<Term>(type, "description", "What it means; empty where the label says it.", t => t.Description);
            FieldSpec.Of<Term>("label", label.Required(), "Its name.", t => t.Label).AddTo(type);
        });
        var list = registry.Object("TermList", "A closed list of terms.", type =>
        {
            Add<TermList>(type, "id", "In capitals.", l => l.Id);
            Add<TermList>(type, "typeName", "Its enum here.", l => l.TypeName);
            Add<TermList>(type, "description", "What its terms tell.", l => l.Description);
            FieldSpec.Of<TermList>("terms", term.RequiredMany(), "Its terms.", l => l.Terms).AddTo(type);
        });
        var all = registry.Object("Vocabulary", "All that the graph can say (词表).", type =>
        {
            FieldSpec.Of<VocabularyDefinition>("kinds", kind.RequiredMany(), "Every kind.", v => v.Kinds).AddTo(type);
            FieldSpec.Of<VocabularyDefinition>("relationTypes", relation.RequiredMany(), "Every relation type.", v => v.RelationTypes).AddTo(type);
            FieldSpec.Of<VocabularyDefinition>("termLists", list.RequiredMany(), "Every closed list.", v => v.TermLists).AddTo(type);
        });
        new FieldSpec("vocabulary", all.Required(), "What there can be: kinds, relation types and terms (词表).", _ => vocabulary).AddTo(query);
    }

    private void Add<T>(ObjectGraphType type, string name, string description, Func<T, string?> read, bool nullable = false) =>
        FieldSpec.Of<T>(name, nullable ? leaves.Text : leaves.Text.Required(), description, read).AddTo(type);
}
