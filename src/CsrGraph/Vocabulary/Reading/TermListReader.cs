using CsrGraph.Yaml;

namespace CsrGraph.Vocabulary.Reading;

/// <summary>Reads closed lists of terms.</summary>
internal sealed class TermListReader(UniqueNames typeNames)
{
    private readonly List<TermList> lists = [];
    private readonly UniqueNames ids = new("list of terms");

    /// <summary>The lists read so far.</summary>
    public IReadOnlyList<TermList> Lists => lists;

    /// <summary>Reads one list.</summary>
    public void Read(YamlMapping item)
    {
        var id = item.Required("id");
        var type = item.Required("type");
        var list = new TermList(NameShape.Capitals.Read(id), NameShape.Pascal.Read(type), Labels.Description(item), Terms(item.Required("terms")));
        item.RefuseOtherKeys();
        ids.Add(list.Id, id ?? item);
        typeNames.Add(list.TypeName, type ?? item);
        lists.Add(list);
    }

    private static List<Term> Terms(YamlNode? node)
    {
        var names = new UniqueNames("term");
        var terms = new List<Term>();
        foreach (var item in (node?.Items() ?? []).Select(item => item.Mapping()).OfType<YamlMapping>())
        {
            var id = item.Required("id");
            var term = new Term(NameShape.Capitals.Read(id), Labels.Read(item, "label"), item.OptionalText("description") ?? string.Empty);
            item.RefuseOtherKeys();
            names.Add(term.Id, id ?? item);
            terms.Add(term);
        }

        if (terms.Count == 0 && node is YamlSequence)
        {
            node.Refuse("the list has no term", "add one at least");
        }

        return terms;
    }
}
