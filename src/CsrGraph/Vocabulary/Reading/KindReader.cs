using CsrGraph.Yaml;

namespace CsrGraph.Vocabulary.Reading;

/// <summary>Reads kinds, and tells which kinds a list of kinds and interfaces means.</summary>
internal sealed class KindReader(UniqueNames typeNames)
{
    private readonly List<KindDefinition> kinds = [];
    private readonly UniqueNames ids = new("kind");
    private readonly UniqueNames prefixes = new("prefix");
    private readonly UniqueNames rootFields = new("root field");

    /// <summary>The kinds read so far.</summary>
    public IReadOnlyList<KindDefinition> Kinds => kinds;

    /// <summary>Reads one kind.</summary>
    public void Read(YamlMapping item)
    {
        var id = item.Required("id");
        var type = item.Required("type");
        var prefix = item.Optional("prefix");
        var fields = item.Required("fields");
        var kind = new KindDefinition(
            NameShape.Capitals.Read(id),
            NameShape.Pascal.Read(type),
            Interface(item.Optional("interface")),
            prefix is null ? null : NameShape.Prefix.Read(prefix),
            RootField(fields, 0),
            RootField(fields, 1),
            Labels.Read(item, "label"),
            Labels.Description(item));
        item.RefuseOtherKeys();
        ids.Add(kind.Id, id ?? item);
        typeNames.Add(kind.TypeName, type ?? item);
        prefixes.Add(kind.Prefix ?? string.Empty, prefix ?? item);
        if (kind.Prefix is null && kind.Id is not (KindDefinition.Document or ""))
        {
            item.Refuse("the key \"prefix\" is missing", "add what the ids of this kind begin with");
        }

        kinds.Add(kind);
    }

    /// <summary>The kinds that a list names, interfaces replaced by theirs, each once.</summary>
    public IReadOnlyList<string> Expand(YamlNode? list)
    {
        if (list is null)
        {
            return [];
        }

        var items = list.Items();
        if (items.Count == 0 && list is YamlSequence)
        {
            list.Refuse("the list names no kind", "name one or an interface");
        }

        return [.. items.SelectMany(Expanded).Distinct(StringComparer.Ordinal)];
    }

    private static string? Interface(YamlNode? node)
    {
        var name = node?.Text();
        if (name is not (null or KindDefinition.Agent or KindDefinition.Initiative))
        {
            node!.Refuse($"the interface \"{name}\" is unknown", $"use {KindDefinition.Agent} or {KindDefinition.Initiative}, or leave the key out");
        }

        return name;
    }

    private IEnumerable<string> Expanded(YamlNode node)
    {
        var name = node.Text();
        if (name is null)
        {
            return [];
        }

        var named = kinds.Where(kind => kind.Id == name || kind.Interface == name
            || (name == KindDefinition.Entity && kind.Id != KindDefinition.Document)).Select(kind => kind.Id).ToList();
        if (named.Count == 0)
        {
            string[] known = [.. kinds.Select(kind => kind.Id), KindDefinition.Agent, KindDefinition.Initiative, KindDefinition.Entity];
            node.Refuse($"the kind \"{name}\" is unknown", $"use one of {string.Join(", ", known)}");
        }

        return named;
    }

    private string RootField(YamlNode? fields, int index)
    {
        if (fields is not YamlSequence { Nodes.Count: 2 } pair)
        {
            if (index == 0)
            {
                fields?.Refuse("these are not two root fields", "write [singular, plural]");
            }

            return string.Empty;
        }

        var name = NameShape.Camel.Read(pair.Nodes[index]);
        rootFields.Add(name, pair.Nodes[index]);
        return name;
    }
}
