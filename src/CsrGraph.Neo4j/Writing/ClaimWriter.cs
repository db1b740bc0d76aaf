using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Writing;

/// <summary>Writes claims of one change-set, many at a time.</summary>
internal sealed class ClaimWriter(Batches batches, EvidenceWriter evidence, long changeSet, bool wasEmpty)
{
    public async Task AddAsync(IReadOnlyList<PendingClaim> claims, CancellationToken cancellation)
    {
        var known = wasEmpty ? [] : await FindAsync(claims.Select(c => c.Claim.Id), cancellation);
        var added = new List<PendingClaim>();
        var again = new List<PendingClaim>();
        foreach (var claim in claims)
        {
            if (!known.TryGetValue(claim.Claim.Id.ToString(), out var before)) added.Add(claim);
            else if (before.Stands) throw Nonsense.StandsAlready(claim.Claim.Id);
            else again.Add(claim);
        }

        await AddNewAsync("add-relations", [.. added.Where(c => c.IsRelation)], cancellation);
        await AddNewAsync("add-claims", [.. added.Where(c => !c.IsRelation)], cancellation);
        await batches.SendAsync("add-claim-versions", again, WriteVersion, _ => 0, cancellation);
        await evidence.AddAsync([.. again.SelectMany(c => c.Evidence.Select(e => (c.Claim.Id, e)))], cancellation);
    }

    public async Task RetractAsync(IReadOnlyList<Claim> claims, CancellationToken cancellation)
    {
        var known = await FindAsync(claims.Select(c => c.Id), cancellation);
        foreach (var claim in claims)
        {
            if (!known.TryGetValue(claim.Id.ToString(), out var before) || !before.Stands) throw Nonsense.StandsNot(claim.Id);
        }

        await batches.SendAsync("retract-claims", [.. claims.Select(c => c.Id.ToString())], cancellation);
    }

    public async Task ReorderAsync(IReadOnlyList<Change.ClaimReordered> changes, CancellationToken cancellation)
    {
        var known = await FindAsync(changes.Select(c => c.Claim), cancellation);
        var fresh = new List<(string Node, string Claim, ClaimOrder Order)>();
        var standing = new List<(string Node, string Claim, ClaimOrder Order)>();
        foreach (var (id, order) in changes)
        {
            var text = id.ToString();
            if (!known.TryGetValue(text, out var before) || !before.Stands) throw Nonsense.StandsNot(id);
            if (before.HasVersion) fresh.Add(($"{text}@{changeSet}", text, order));
            else if (before.AddedIn == changeSet) fresh.Add((text, text, order));
            else standing.Add((text, text, order));
        }

        await batches.SendAsync("reorder-new-claims", fresh, (json, row) => { json.WriteStringValue(row.Node); json.WriteStringValue(row.Claim); json.Order(row.Order); }, cancellation);
        await batches.SendAsync("reorder-claims", standing, (json, row) => { json.WriteStringValue(row.Node); json.Order(row.Order); }, _ => 0, cancellation);
    }

    /// <summary>Of these claims, those that stand in the change-set as it is so far.</summary>
    public async Task<HashSet<string>> StandingAsync(IEnumerable<ClaimId> claims, CancellationToken cancellation) =>
        [.. (await FindAsync(claims, cancellation)).Where(c => c.Value.Stands).Select(c => c.Key)];

    private async Task AddNewAsync(string statement, List<PendingClaim> claims, CancellationToken cancellation)
    {
        try
        {
            await SendAsync();
        }
        catch (MissingEndsException)
        {
            await batches.SendAsync("name-ends", [.. claims.SelectMany(c => c.Ends).Distinct()], cancellation);
            await SendAsync();
        }

        Task SendAsync() => batches.SendAsync(statement, claims, (json, claim) => claim.Write(json), c => c.Pieces, cancellation);
    }

    private static void WriteVersion(Utf8JsonWriter json, PendingClaim claim)
    {
        json.WriteStringValue(claim.Claim.Id.ToString());
        json.Order(claim.Order);
        json.Value(claim.Claim.When?.ToString());
        json.Readable(claim.Claim.Qualifiers);
    }

    private async Task<Dictionary<string, KnownClaim>> FindAsync(IEnumerable<ClaimId> ids, CancellationToken cancellation)
    {
        var rows = await batches.AskAsync("find-claims", [.. ids.Select(i => i.ToString()).Distinct()], cancellation);
        return rows.ToDictionary(r => r[0].GetString()!, r => new KnownClaim(
            r[1].GetInt64(), r[2].ValueKind == JsonValueKind.Number ? r[2].GetInt64() : null, r[3].GetBoolean()));
    }

    private sealed record KnownClaim(long AddedIn, long? RetractedIn, bool HasVersion)
    {
        public bool Stands => HasVersion || RetractedIn is null;
    }
}
