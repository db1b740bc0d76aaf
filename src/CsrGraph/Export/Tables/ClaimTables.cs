using System.Globalization;
using CsrGraph.Export.Reading;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Tables;

/// <summary>The files of relations, other claims and evidence.</summary>
internal sealed class ClaimTables(TableSet tables, VocabularyDefinition vocabulary, Func<EntityId, string> nameOf)
{
    private static readonly string[] OfOthers =
    [
        QualifierName.Attribute, QualifierName.Text, QualifierName.Paraphrase, QualifierName.Number, QualifierName.Status, QualifierName.Verb,
        QualifierName.About, QualifierName.OnBehalfOf, QualifierName.Measure, QualifierName.Printed, QualifierName.Min, QualifierName.Max,
        QualifierName.CountKind, QualifierName.Unit, QualifierName.Raw, QualifierName.Closure, QualifierName.Description, QualifierName.Certainty,
    ];

    private readonly TableRows edges = tables.Table(
        "edges.csv", "Source", "Target", "Type", "Id", "Label", "Weight", "From", "Until", "Title", "Certainty", "Documents");

    private readonly TableRows others = tables.Table(
        "claims.csv", ["Claim", "Kind", "Type", "Subject", "SubjectName", "Object", "ObjectName", "When", "From", "Until", .. OfOthers, "Documents"]);

    private readonly TableRows evidence = tables.Table("evidence.csv", "Claim", "Document", "Quote", "Start", "End", "Grade", "Note", "Roster");

    private readonly TableRows neo4j = tables.Table(
        "neo4j/relationships.csv", ":START_ID", ":END_ID", ":TYPE", "claim", "from:date", "until:date", "title", "certainty", "documents:string[]");

    private readonly Dictionary<string, TableRows> relations = vocabulary.RelationTypes.ToDictionary(
        t => t.Id, t => tables.Table($"relations/{t.Id}.csv", [.. OfRelation, .. vocabulary.QualifiersOf(t).Select(q => q.Name), "Documents"]));

    private static string[] OfRelation => ["Claim", "Subject", "SubjectName", "Object", "ObjectName", "When", "From", "Until"];

    public void Add(ExportRow.Said said)
    {
        var (claim, order, pieces) = said;
        var id = claim.Id.ToString();
        var documents = pieces.Select(p => p.Document.Value).Distinct().ToList();
        var (from, until) = (Day(order.FromDay), Day(order.UntilDay));
        if (claim.Kind == ClaimKind.Relation) AddRelation(claim, id, from, until, documents);
        else others.Add([id, claim.Kind.ToString(), claim.Type, .. Ends(claim), When(claim), from, until, .. OfOthers.Select(n => claim.Qualifiers[n]), string.Join(';', documents)]);
        foreach (var piece in pieces)
        {
            evidence.Add(
                id, piece.Document.Value, piece.Quote, Number(piece.Span?.Start), Number(piece.Span?.End), piece.Grade.ToString().ToUpperInvariant(), piece.Note, piece.Roster?.ToString());
        }
    }

    private static string? Day(int? day) => day is { } number ? SnapshotJson.Day(DateOnly.FromDayNumber(number)) : null;

    private static string? When(Claim claim) => claim.When?.Date ?? claim.When?.Text;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private void AddRelation(Claim claim, string id, string? from, string? until, List<string> documents)
    {
        var q = claim.Qualifiers;
        var type = vocabulary.RelationType(claim.Type);
        var (subject, other, sources) = (claim.Subject.Value, claim.Object!.Value.Value, string.Join(';', documents));
        edges.Add(
            subject, other, type.IsSymmetric ? "Undirected" : "Directed", id, claim.Type, Number(documents.Count), from, until,
            q[QualifierName.Title], q[QualifierName.Certainty], sources);
        neo4j.Add(subject, other, claim.Type, id, from, until, q[QualifierName.Title], q[QualifierName.Certainty], sources);
        var qualifiers = vocabulary.QualifiersOf(type).Select(d => d.Type == QualifierType.Date && q[d.Name] is { } code ? PartialDateCode.Decode(code).ToString() : q[d.Name]);
        relations[claim.Type].Add([id, .. Ends(claim), When(claim), from, until, .. qualifiers, sources]);
    }

    private string?[] Ends(Claim claim) =>
        [claim.Subject.Value, nameOf(claim.Subject), claim.Object?.Value, claim.Object is { } other ? nameOf(other) : null];
}
