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
    public const string OfPiece = "(SELECT key FROM node WHERE id = v.document), v.quote, v.first, v.last, v.grade, v.note, v.roster";

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
                    (rows[statement.Long(0)] ??= []).Add(new EvidenceRow(Piece(statement, 1), entities.Read(statement, 8)));
                }

                return i => rows[i] ?? [];
            });
    }

    /// <summary>Reads a piece of evidence.</summary>
    public static Evidence Piece(Statement row, int column) => new(
        new EntityId(row.Text(column)),
        row.TextOrNull(column + 1),
        row.IsNull(column + 2) ? null : new Span((int)row.Long(column + 2), (int)row.Long(column + 3)),
        (Grade)row.Long(column + 4),
        row.TextOrNull(column + 5),
        row.IsNull(column + 6) ? null : ClaimId.FromBytes(row.Bytes(column + 6)));

    private static string Text(AsOf asOf)
    {
        var question = new Question(asOf, isHead: false);
        var document = $"CROSS JOIN entity f ON f.node = v.document AND {Question.Stands("f")}";

        // A piece without a span comes after those that have one.
        const string Order = "f.key, v.first NULLS LAST, v.last, v.row";
        return $"WITH k AS MATERIALIZED ({ClaimAnchor.Ids}) SELECT k.i, {OfPiece}, {EntityColumns.Of("f")} "
            + $"FROM k CROSS JOIN claim a ON a.id = k.id AND {question.Holds("a")} CROSS JOIN evidence v ON v.row IN ("
            + $"SELECT v.row FROM evidence v {document} WHERE {Question.PiecesOf("a.number", "v")} AND {Question.Stands("v")} ORDER BY {Order} LIMIT ?4) {document} "
            + $"ORDER BY k.i, {Order}";
    }
}
