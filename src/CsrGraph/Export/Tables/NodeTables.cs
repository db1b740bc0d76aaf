using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Tables;

/// <summary>The files of entities and documents.</summary>
internal sealed class NodeTables(TableSet tables, VocabularyDefinition vocabulary)
{
    private readonly TableRows nodes = tables.Table("nodes.csv", "Id", "Label", "Kind", "Category", "Date", "Names");
    private readonly TableRows documents = tables.Table(
        "documents.csv", "Id", "Label", "Publisher", "Published", "Retrieved", "Column", "CopiedFrom", "Language", "Url", "Licence", "Sha256");

    private readonly TableRows neo4j = tables.Table("neo4j/nodes.csv", "id:ID", "name", "category", "date", "names:string[]", ":LABEL");
    private readonly Dictionary<EntityId, string> names = [];

    /// <summary>The shown name of an entity that was added, else its id.</summary>
    public string NameOf(EntityId id) => names.GetValueOrDefault(id, id.Value);

    public void Add(Entity entity)
    {
        names.Add(entity.Id, entity.Name);
        var all = string.Join(';', entity.Names.Select(n => n.Text.Replace(';', ',')));
        nodes.Add(entity.Id.Value, entity.Name, entity.Kind, entity.Category, entity.Date?.Date, all);
        neo4j.Add(entity.Id.Value, entity.Name, entity.Category, entity.Date?.Date, all, $"Entity;{vocabulary.Kind(entity.Kind).TypeName}");
    }

    public void AddDocument(Entity document)
    {
        var p = document.Properties;
        names.Add(document.Id, document.Name);
        documents.Add(
            document.Id.Value,
            document.Name,
            p[DocumentProperty.Publisher],
            document.Date?.Date,
            p[DocumentProperty.Retrieved],
            p[DocumentProperty.Column],
            p[DocumentProperty.CopiedFrom],
            p[DocumentProperty.Language],
            p[DocumentProperty.Url],
            p[DocumentProperty.Licence],
            p[DocumentProperty.Sha256]);
    }
}
