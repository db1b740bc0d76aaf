using System.Text.Json;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Writing;

/// <summary>Writes entities of one change-set, many at a time.</summary>
internal sealed class EntityWriter(Batches batches, long changeSet)
{
    // False once an entity was retracted, which may be said anew, or one came that there was before: the next ones are looked up before they are written.
    private volatile bool areNew = true;

    // Most entities of a load are new. So they are written as if they were, and looked up only where the constraint refuses one of a batch.
    public async Task AddAsync(IReadOnlyList<Entity> entities, CancellationToken cancellation)
    {
        try
        {
            if (areNew)
            {
                await SendAsync("add-entities", entities, cancellation);
                return;
            }
        }
        catch (InvalidOperationException)
        {
            // It comes twice, stood before, or has a node because claims name it.
            areNew = false;
        }

        var known = await FindAsync(entities.Select(e => e.Id), cancellation);
        var added = new List<Entity>();
        var adopted = new List<Entity>();
        var versions = new List<Entity>();
        foreach (var entity in entities)
        {
            if (!known.TryGetValue(entity.Id.Value, out var before)) added.Add(entity);
            else if (before.Stands && !IsOfThisBatch(before)) throw Nonsense.StandsAlready(entity.Id);
            else if (before.Stands) continue;
            else if (before.AddedIn is null) adopted.Add(entity);
            else versions.Add(entity);
        }

        await SendAsync("add-entities", added, cancellation);
        await SendAsync("adopt-entities", adopted, cancellation);
        await SendAsync("add-entity-versions", versions, cancellation);
    }

    // One half may have been written before the other was refused.
    private bool IsOfThisBatch(KnownEntity entity) => batches.HaveBeenHalved && entity.AddedIn == changeSet && !entity.HasVersion;

    public async Task RetractAsync(IReadOnlyList<Entity> entities, CancellationToken cancellation)
    {
        areNew = false;
        var known = await FindAsync(entities.Select(e => e.Id), cancellation);
        foreach (var entity in entities)
        {
            if (!known.TryGetValue(entity.Id.Value, out var before) || !before.Says(entity)) throw Nonsense.StandsNot(entity.Id);
        }

        await batches.SendAsync("retract-entities", [.. entities.Select(e => e.Id.Value)], cancellation);
    }

    public async Task RedateAsync(IReadOnlyList<Change.EntityRedated> changes, CancellationToken cancellation)
    {
        var known = await FindAsync(changes.Select(c => c.Entity), cancellation);
        var fresh = new List<(string Node, PartialDate? Date)>();
        var standing = new List<(string Node, PartialDate? Date)>();
        foreach (var (id, date) in changes)
        {
            if (!known.TryGetValue(id.Value, out var before) || !before.Stands) throw Nonsense.StandsNot(id);
            if (before.HasVersion) fresh.Add(($"{id.Value}@{changeSet}", date));
            else if (before.AddedIn == changeSet) fresh.Add((id.Value, date));
            else standing.Add((id.Value, date));
        }

        await batches.SendAsync("redate-new-entities", fresh, WriteDate, cancellation);
        await batches.SendAsync("redate-entities", standing, WriteDate, _ => 0, cancellation);
    }

    private static void WriteDate(Utf8JsonWriter json, (string Node, PartialDate? Date) row)
    {
        json.WriteStringValue(row.Node);
        json.Date(row.Date);
    }

    private Task SendAsync(string statement, IReadOnlyList<Entity> entities, CancellationToken cancellation) =>
        batches.SendAsync(statement, entities, (json, entity) => EntityRecord.Write(json, entity, changeSet), _ => 0, cancellation);

    private async Task<Dictionary<string, KnownEntity>> FindAsync(IEnumerable<EntityId> ids, CancellationToken cancellation)
    {
        var rows = await batches.AskAsync("find-entities", [.. ids.Select(i => i.Value).Distinct()], cancellation);
        return rows.ToDictionary(r => r[0].GetString()!, r => new KnownEntity(
            Number(r[1]), Number(r[2]), r[3].GetString(), r[4].GetString(), r[5].GetString(), r[6].GetBoolean()));
    }

    private static long? Number(JsonElement json) => json.ValueKind == JsonValueKind.Number ? json.GetInt64() : null;

    private sealed record KnownEntity(long? AddedIn, long? RetractedIn, string? Kind, string? Category, string? Body, bool HasVersion)
    {
        public bool Stands => HasVersion || (AddedIn is not null && RetractedIn is null);

        public bool Says(Entity entity) => Stands && !HasVersion && Kind == entity.Kind && Category == entity.Category
            && Body == System.Text.Encoding.UTF8.GetString(RecordCode.EncodeEntity(entity));
    }
}
