using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using Spectre.Console;
using PlainText = Spectre.Console.Text;

namespace CsrGraph.Cli.Output;

/// <summary>Draws an entity at a glance as a tree.</summary>
internal sealed class ProfileTree(VocabularyDefinition vocabulary)
{
    public Tree Of(Profile profile)
    {
        var tree = new Tree(new PlainText(Head(profile.Entity)));
        foreach (var name in profile.Entity.Names.Skip(1)) tree.AddNode(new PlainText($"also {name.Text}"));
        foreach (var relation in profile.Relations) Add(tree, relation);
        if (profile.Relations.Count == 0) tree.AddNode(new PlainText("no relation is recorded"));
        return tree;
    }

    private static void Add(Tree tree, ProfileRelation relation)
    {
        var label = relation.Field.Outgoing ? relation.Field.Type.Label : relation.Field.Type.InverseLabel;
        var branch = tree.AddNode(new PlainText($"{label.En} {label.Zh} ({relation.Total})"));
        foreach (var row in relation.Rows) branch.AddNode(new PlainText(Line(row)));
        var left = relation.Total - relation.Rows.DistinctBy(r => r.Far.Id).Count();
        if (left > 0 && relation.Rows.Count > 0) branch.AddNode(new PlainText($"… and {left} more"));
    }

    private static string Line(RelationRow row)
    {
        var claim = row.Claim!;
        string?[] details =
        [
            claim.Qualifiers[QualifierName.Title],
            (claim.When ?? row.Far.Date)?.ToString(),
            claim.Qualifiers[QualifierName.Certainty] == "UNCERTAIN" ? "uncertain" : null,
        ];
        var said = string.Join(", ", details.OfType<string>());
        return said.Length == 0 ? row.Far.Name : $"{row.Far.Name} ({said})";
    }

    private string Head(Entity entity)
    {
        var kind = vocabulary.Kind(entity.Kind).Label;
        var category = entity.Category is { } id && vocabulary.TryTermList("CATEGORY", out var list) ? list.Terms.FirstOrDefault(t => t.Id == id)?.Label.En : null;
        return string.Join(", ", new[] { $"{entity.Name} ({entity.Id})", $"{kind.En} {kind.Zh}", category, entity.Date?.ToString() }.OfType<string>());
    }
}
