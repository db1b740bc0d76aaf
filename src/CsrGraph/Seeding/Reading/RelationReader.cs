using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Seeding.Checking;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Reading;

/// <summary>Reads <c>TYPE: [subject, object]</c> with its qualifiers.</summary>
internal sealed class RelationReader(ClaimContext context)
{
    /// <summary>The longest text of a qualifier, in characters.</summary>
    public const int MaxText = 48;

    private const string SameAs = "SAME_AS";
    private const string Proposed = "PROPOSED";

    public ClaimDraft? Read(YamlMapping item, RelationType type, YamlNode head)
    {
        var (subject, other) = Ends(type, head);
        var proposed = type.Id == SameAs && (item.Optional("status") as YamlScalar)?.Value == Proposed;
        var pieces = EvidenceReader.OfClaim(item, context.Text, noteSuffices: proposed);
        var inferred = pieces?.All(p => p.IsInferred) ?? true;
        var qualifiers = context.Seed.Vocabulary.QualifiersOf(type).Select(q => KeyValuePair.Create(q.Name, Value(item, q, inferred))).ToList();
        var when = item.Optional("when") is { } date ? DateReader.Read(date, context.Seed, context.Text) : null;
        var roster = item.Optional("roster");
        CheckInterval(item, qualifiers);
        if (subject is null || other is null) return null;
        if (subject.Id == other.Id)
        {
            head.Refuse("both ends are the same entity", "mend one of them");
            return null;
        }

        if (context.TwoEnded(pieces, subject, other) is not { } evidence) return null;

        // A symmetric type says the same both ways, so that a = b and b = a have to be one claim.
        if (type.IsSymmetric && subject.Id > other.Id) (subject, other) = (other, subject);
        return new ClaimDraft(item, new Claim(ClaimKind.Relation, type.Id, subject.Id, other.Id, Qualifiers.Of(qualifiers), when), evidence, roster);
    }

    private (RegisteredEntity? Subject, RegisteredEntity? Object) Ends(RelationType type, YamlNode head)
    {
        var nodes = head.Items();
        if (nodes.Count != 2)
        {
            if (head is YamlSequence) head.Refuse($"{type.Id} has {nodes.Count} ends", "write its two, [subject, object]");
            return default;
        }

        var (subject, other) = (context.Seed.Entities.Known(nodes[0]), context.Seed.Entities.Known(nodes[1]));
        var fits = (subject is null || type.SubjectKinds.Contains(subject.Kind.Id), other is null || type.ObjectKinds.Contains(other.Kind.Id));
        if (fits is (true, true)) return (subject, other);
        var (node, wrong, role, kinds) = fits.Item1 ? (nodes[1], other!, "object", type.ObjectKinds) : (nodes[0], subject!, "subject", type.SubjectKinds);
        node.Refuse($"{wrong.Id} is of the kind {wrong.Kind.Id}, which cannot be the {role} of {type.Id}", Advice(type, subject, other, role, kinds));
        return default;
    }

    private string Advice(RelationType type, RegisteredEntity? subject, RegisteredEntity? other, string role, IReadOnlyList<string> kinds)
    {
        if (subject is null || other is null) return $"the {role} is one of {string.Join(", ", kinds)}";
        if (type.SubjectKinds.Contains(other.Kind.Id) && type.ObjectKinds.Contains(subject.Kind.Id)) return "change the two ends' places";
        var fitting = context.Seed.Vocabulary.RelationTypes.FirstOrDefault(t =>
            t.Id.StartsWith(type.Id + "_", StringComparison.Ordinal) && t.SubjectKinds.Contains(subject.Kind.Id) && t.ObjectKinds.Contains(other.Kind.Id));
        return fitting is null ? $"the {role} is one of {string.Join(", ", kinds)}" : $"write {fitting.Id}, which takes these ends";
    }

    private string? Value(YamlMapping item, QualifierDefinition qualifier, bool inferred)
    {
        var node = qualifier.IsRequired ? item.Required(qualifier.Name) : item.Optional(qualifier.Name);
        if (node is null) return null;
        switch (qualifier.Type)
        {
            case QualifierType.Boolean:
                return node.Boolean() == true ? "true" : null;
            case QualifierType.Integer:
                return node.Number()?.ToString(CultureInfo.InvariantCulture);
            case QualifierType.Date:
                return DateReader.Read(node, context.Seed, context.Text) is { } date ? PartialDateCode.Encode(date) : null;
            case QualifierType.Entity:
                return context.Seed.Entities.Resolve(node, qualifier.Kinds, $"'{qualifier.Name}'")?.Id.Value;
            case QualifierType.Term when qualifier.Name == QualifierName.Certainty:
                return Certainty.Read(node, item, context.Seed);
            case QualifierType.Term:
                return context.Seed.Term(node, qualifier.Terms!);
            default:
                return context.Printed(node, MaxText, $"the {qualifier.Name}", inferred);
        }
    }

    private static void CheckInterval(YamlMapping item, List<KeyValuePair<string, string?>> qualifiers)
    {
        if (Date(QualifierName.From)?.Earliest is not { } from || Date(QualifierName.Until)?.Latest is not { } until || until >= from) return;
        item.Optional(QualifierName.Until)!.Refuse("it ends before it begins", "mend 'from' or 'until'");

        PartialDate? Date(string name) => qualifiers.Find(q => q.Key == name).Value is { } code ? PartialDateCode.Decode(code) : null;
    }
}
