using System.Text.Json;
using CsrGraph.Model;

namespace CsrGraph.Cli.Output;

/// <summary>Writes an entity at a glance for programs.</summary>
internal static class ProfileJson
{
    public static byte[] Of(Profile profile) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        id = profile.Entity.Id.Value,
        kind = profile.Entity.Kind,
        category = profile.Entity.Category,
        name = profile.Entity.Name,
        names = profile.Entity.Names.Select(n => n.Text),
        date = profile.Entity.Date?.ToString(),
        relations = profile.Relations.Select(r => new
        {
            field = r.Field.Field,
            relation = r.Field.Type.Id,
            totalCount = r.Total,
            rows = r.Rows.Select(row => new
            {
                id = row.Far.Id.Value,
                kind = row.Far.Kind,
                name = row.Far.Name,
                title = row.Claim!.Qualifiers[QualifierName.Title],
                when = row.Claim.When?.ToString(),
                certainty = row.Claim.Qualifiers[QualifierName.Certainty] ?? "CERTAIN",
                claim = row.Claim.Id.ToString(),
            }),
        }),
    });
}
