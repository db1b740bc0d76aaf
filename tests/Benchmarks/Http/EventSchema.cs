using CsrGraph.GraphQL.Resolving;
using CsrGraph.GraphQL.Schema;
using GraphQL.Conversion;
using GraphQL.Types;

namespace CsrGraph.Benchmarks.Http;

/// <summary>The schema of <see cref="EventData"/>, of the same parts as the API's.</summary>
internal static class EventSchema
{
    public static Schema Of(EventData data)
    {
        var (id, text, number) = (new IdGraphType(), new StringGraphType(), new IntGraphType());
        var organisation = Object("Organisation");
        FieldSpec.Of<Organisation>("id", id.Required(), "", o => o.Id).AddTo(organisation);
        FieldSpec.Of<Organisation>("name", text.Required(), "", o => o.Name).AddTo(organisation);
        FieldSpec.Of<Organisation>("category", text.Required(), "", o => o.Category).AddTo(organisation);
        var pledge = Object("Pledge");
        FieldSpec.Of<Pledge>("id", id.Required(), "", p => p.Id).AddTo(pledge);
        FieldSpec.Of<Pledge>("name", text.Required(), "", p => p.Name).AddTo(pledge);
        FieldSpec.Of<Pledge>("signatories", organisation.RequiredMany(), "", p => p.Signatories).AddTo(pledge);
        var happening = Object("Event");
        FieldSpec.Of<Event>("id", id.Required(), "", e => e.Id).AddTo(happening);
        FieldSpec.Of<Event>("name", text.Required(), "", e => e.Name).AddTo(happening);
        FieldSpec.Of<Event>("date", text, "", e => e.Date).AddTo(happening);
        FieldSpec.Of<Event>("guidedBy", organisation.RequiredMany(), "", e => e.GuidedBy).AddTo(happening);
        FieldSpec.Of<Event>("hostedBy", organisation.RequiredMany(), "", e => e.HostedBy).AddTo(happening);
        FieldSpec.Of<Event>("pledges", pledge.RequiredMany(), "", e => e.Pledges).AddTo(happening);
        var query = Object("Query");
        new FieldSpec("events", happening.RequiredMany(), "", context => data.Events(context.Value("first") as int? ?? 100), new ArgumentSpec("first", number, ""))
            .AddTo(query);
        var schema = new Schema { Query = query, NameConverter = DefaultNameConverter.Instance };
        schema.Initialize();
        return schema;
    }

    private static ObjectGraphType Object(string name) => new() { Name = name };
}
