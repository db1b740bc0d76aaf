using System.Text.Json;
using CsrGraph.Export.Reading;
using CsrGraph.Model;
using CsrGraph.Vocabulary;

namespace CsrGraph.Export.Linked;

/// <summary>Writes claims as nodes of JSON-LD: the statement with its evidence, and of a relation the link itself.</summary>
internal sealed class LinkedClaims(Utf8JsonWriter json, VocabularyDefinition vocabulary)
{
    public void Write(ExportRow.Said said)
    {
        var claim = said.Claim;
        if (claim.Kind == ClaimKind.Relation && claim.Qualifiers[QualifierName.Certainty] is null) WriteLink(claim);
        json.WriteStartObject();
        json.WriteString("@id", LinkedContext.Ids + claim.Id);
        json.WriteStartArray("@type");
        json.WriteStringValue("rdf:Statement");
        json.WriteStringValue("prov:Entity");
        json.WriteStringValue($"csr:{claim.Kind}");
        json.WriteEndArray();
        json.WriteString("subject", LinkedContext.Ids + claim.Subject.Value);
        json.WriteString("predicate", $"csr:{claim.Type}");
        if (claim.Object is { } other) json.WriteString("object", LinkedContext.Ids + other.Value);
        foreach (var (name, value) in claim.Qualifiers) WriteQualifier(claim, name, value);
        if (claim.When is { } when) json.WriteString("csr:when", when.Date ?? when.Text);
        if (said.Order.FromDay is { } from) WriteDay("csr:from", from);
        if (said.Order.UntilDay is { } until) WriteDay("csr:until", until);
        json.WriteStartArray("evidence");
        for (var i = 0; i < said.Evidence.Count; i++) Write(claim.Id, i + 1, said.Evidence[i]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // What the text leaves open is a statement, and no link.
    private void WriteLink(Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("@id", LinkedContext.Ids + claim.Subject.Value);
        WriteEnd($"csr:{claim.Type}", claim.Object!.Value);
        var known = LinkedContext.PropertyOf(claim.Type);
        if (known is (var property, false)) WriteEnd(property, claim.Object.Value);
        json.WriteEndObject();
        if (known is not (var inverse, true)) return;
        json.WriteStartObject();
        json.WriteString("@id", LinkedContext.Ids + claim.Object.Value.Value);
        WriteEnd(inverse, claim.Subject);
        json.WriteEndObject();
    }

    private void WriteEnd(string property, EntityId end)
    {
        json.WriteStartObject(property);
        json.WriteString("@id", LinkedContext.Ids + end.Value);
        json.WriteEndObject();
    }

    private void WriteQualifier(Claim claim, string name, string value)
    {
        var definition = claim.Kind == ClaimKind.Relation
            ? vocabulary.QualifiersOf(vocabulary.RelationType(claim.Type)).FirstOrDefault(q => q.Name == name)
            : null;
        if (definition?.Type == QualifierType.Entity || name is QualifierName.OnBehalfOf or QualifierName.About) WriteEnd($"csr:{name}", new EntityId(value));
        else json.WriteString($"csr:{name}", definition?.Type == QualifierType.Date ? PartialDateCode.Decode(value).ToString() : value);
    }

    private void Write(ClaimId claim, int number, Evidence piece)
    {
        json.WriteStartObject();
        json.WriteString("@id", $"{LinkedContext.Ids}{claim}:{number}");
        json.WriteString("@type", "prov:Entity");
        json.WriteString("document", LinkedContext.Ids + piece.Document.Value);
        if (piece.Quote is { } quote) json.WriteString("prov:value", quote);
        if (piece.Span is { } span)
        {
            json.WriteNumber("csr:start", span.Start);
            json.WriteNumber("csr:end", span.End);
        }

        json.WriteString("csr:grade", piece.Grade.ToString().ToUpperInvariant());
        if (piece.Note is { } note) json.WriteString("csr:note", note);
        if (piece.Roster is { } roster) json.WriteString("roster", $"{LinkedContext.Ids}{roster}");
        json.WriteEndObject();
    }

    private void WriteDay(string property, int day)
    {
        json.WriteStartObject(property);
        json.WriteString("@value", SnapshotJson.Day(DateOnly.FromDayNumber(day)));
        json.WriteString("@type", "xsd:date");
        json.WriteEndObject();
    }
}
