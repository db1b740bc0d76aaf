using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Benchmarks.Http;

/// <summary>The made events as the changes that bring them to a store.</summary>
internal static class EventChanges
{
    private static readonly EntityId Source = new("made");

    public static IEnumerable<Change> Of(EventData data)
    {
        yield return Entity(Source.Value, "DOCUMENT", "报道（虚构）", null, null);
        foreach (var organisation in data.Organisations) yield return Entity(organisation.Id, "ORGANISATION", organisation.Name, organisation.Category, null);
        var rank = 0;
        foreach (var one in data.Events(int.MaxValue))
        {
            yield return Entity(one.Id, "EVENT", one.Name, null, PartialDate.Of(one.Date));
            foreach (var pledge in one.Pledges) yield return Entity(pledge.Id, "PLEDGE", pledge.Name, null, null);
            foreach (var (type, subject, target) in Relations(one))
            {
                var claim = new Claim(ClaimKind.Relation, type, new EntityId(subject), new EntityId(target), Qualifiers.None, null);
                yield return new Change.ClaimAdded(claim, new ClaimOrder(null, null, rank));
                yield return new Change.EvidenceAdded(claim.Id, new Evidence(Source, "参与", new Span(rank * 4, (rank++ * 4) + 2), Grade.Verbatim, null, null));
            }
        }
    }

    private static IEnumerable<(string Type, string Subject, string Object)> Relations(Event one)
    {
        foreach (var guide in one.GuidedBy.Distinct()) yield return ("GUIDED", guide.Id, one.Id);
        foreach (var host in one.HostedBy.Distinct()) yield return ("HOSTED", host.Id, one.Id);
        foreach (var pledge in one.Pledges)
        {
            yield return ("RELEASED_AT", pledge.Id, one.Id);
            foreach (var signatory in pledge.Signatories.Distinct()) yield return ("SIGNED", signatory.Id, pledge.Id);
        }
    }

    private static Change.EntityAdded Entity(string id, string kind, string name, string? category, PartialDate? date) => new(
        new Entity(new EntityId(id), kind, category, Names(name), [], Qualifiers.None, date));

    // An array, as those who read entities from a file make it.
    private static Name[] Names(string name) => [new Name(name, "zh-Hans", "FULL", true, null, null)];
}
