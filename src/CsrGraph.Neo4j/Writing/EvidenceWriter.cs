using System.Runtime.InteropServices;
using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Neo4j.Reading;

namespace CsrGraph.Neo4j.Writing;

/// <summary>Writes pieces of evidence of claims that are there already.</summary>
internal sealed class EvidenceWriter(Batches batches)
{
    /// <summary>Adds pieces to claims that stand.</summary>
    public async Task AddAsync(IReadOnlyList<(ClaimId Claim, NumberedEvidence Evidence)> pieces, CancellationToken cancellation)
    {
        if (pieces.Count == 0) return;
        var standing = await StandingAsync(pieces.Select(p => p.Claim), cancellation);
        foreach (var (claim, piece) in pieces)
        {
            if (!standing.TryAdd((claim, piece.Evidence), piece.Row)) throw Nonsense.StandsAlready($"{claim} {piece.Evidence}");
        }

        try
        {
            await SendAsync();
        }
        catch (MissingEndsException)
        {
            await batches.SendAsync("name-ends", [.. pieces.Select(p => p.Evidence.Evidence.Document.Value).Distinct()], cancellation);
            await SendAsync();
        }

        Task SendAsync() => batches.SendAsync("add-evidence", pieces, Write, _ => 0, cancellation);
    }

    public async Task RetractAsync(IReadOnlyList<(ClaimId Claim, Evidence Evidence)> pieces, CancellationToken cancellation)
    {
        var standing = await StandingAsync(pieces.Select(p => p.Claim), cancellation);
        var rows = new List<(ClaimId Claim, long Row)>();
        foreach (var (claim, piece) in pieces)
        {
            if (!standing.Remove((claim, piece), out var row)) throw Nonsense.StandsNot($"{claim} {piece}");
            rows.Add((claim, row));
        }

        await batches.SendAsync("retract-evidence", rows, (json, r) => { json.WriteStringValue(r.Claim.ToString()); json.WriteNumberValue(r.Row); }, cancellation);
    }

    private static void Write(Utf8JsonWriter json, (ClaimId Claim, NumberedEvidence Evidence) row)
    {
        json.WriteStringValue(row.Claim.ToString());
        row.Evidence.Write(json);
    }

    private async Task<Dictionary<(ClaimId Claim, Evidence Evidence), long>> StandingAsync(IEnumerable<ClaimId> claims, CancellationToken cancellation)
    {
        var rows = await batches.AskAsync("find-evidence", [.. claims.Select(c => c.ToString()).Distinct()], cancellation);
        return rows.Select(Standing).ToDictionary();
    }

    private static KeyValuePair<(ClaimId Claim, Evidence Evidence), long> Standing(JsonElement row)
    {
        var columns = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(row));
        columns.Read();
        return new((EvidenceColumns.ClaimOf(columns.NextText()), EvidenceColumns.Read(ref columns)), columns.NextNumber()!.Value);
    }
}
