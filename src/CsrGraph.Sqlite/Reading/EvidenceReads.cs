using System.Globalization;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Sqlite.Compiling;
using CsrGraph.Sqlite.Connections;
using CsrGraph.Store;

namespace CsrGraph.Sqlite.Reading;

/// <summary>Reads the evidence of many claims.</summary>
internal static class EvidenceReads
{
    /// <summary>A piece's columns in the table <c>v</c>, for <see cref="Piece"/>, with its document's id.</summary>
    public const string OfPiece = "v.quote, v.first, v.last, v.grade, v.note, v.roster";

    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<EvidenceRow>>> Read(Connection reader, IReadOnlyList<EvidenceRequest> requests, AsOf asOf)
    {
        var entities = new EntityColumns(reader);
        return Groups.Answer<EvidenceRequest, ClaimId, IReadOnlyList<EvidenceRow>>(
            requests,
            r => r.First.ToString(CultureInfo.InvariantCulture),
            r => r.Claims,
            (request, claims) =>
            {
                var rows = new List<EvidenceRow>[claims.Count];
                var statement = reader[Text(asOf)].Bind(1, asOf.Head).Bind(2, (object?)(long?)asOf.ValidAt?.DayNumber)
                    .Bind(3, JsonSerializer.Serialize(claims.Select(c => Convert.ToHexString(c.ToBytes())))).Bind(4, request.First);
                while (statement.Step())
                {
                    (rows[statement.Long(0)] ??= []).Add(new EvidenceRow(Piece(new EntityId(statement.Text(1)), statement, 2), entities.Read(statement, 8)));
                }

                return i => rows[i] ?? [];
            });
    }

    /// <summary>Reads a piece of evidence of a document.</summary>
    public static Evidence Piece(EntityId document, Statement row, int column) => new(
        document,
        row.TextOrNull(column),
        row.LongOrNull(column + 1) is { } first ? new Span((int)first, (int)row.Long(column + 2)) : null,
        (Grade)row.Long(column + 3),
        row.TextOrNull(column + 4),
        row.Bytes(column + 5) is { IsEmpty: false } roster ? ClaimId.FromBytes(roster) : null);

    private static string Text(AsOf asOf)
    {
        var question = new Question(asOf, isHead: false);
        var document = $"CROSS JOIN entity f ON f.node = v.document AND {Question.Stands("f")}";

        // A piece without a span comes after those that have one.
        const string Order = "f.key, v.first NULLS LAST, v.last, v.row";
        return $"WITH k AS MATERIALIZED ({ClaimAnchor.Ids}) SELECT k.i, (SELECT key FROM node WHERE id = v.document), {OfPiece}, {EntityColumns.Of("f")} "
            + $"FROM k CROSS JOIN claim a ON a.id = k.id AND {question.Holds("a")} CROSS JOIN evidence v ON v.row IN ("
            + $"SELECT v.row FROM evidence v {document} WHERE {Question.PiecesOf("a.number", "v")} AND {Question.Stands("v")} ORDER BY {Order} LIMIT ?4) {document} "
            + $"ORDER BY k.i, {Order}";
    }
}
