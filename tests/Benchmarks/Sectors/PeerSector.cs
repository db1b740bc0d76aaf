using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.Benchmarks.Sectors;

/// <summary>
/// A made sector in which every event has three guides, three hosts and one pledge with twenty signatories. The same numbers give the same sector, so
/// that several databases can be filled with it.
/// </summary>
/// <param name="Events">How many events there are, each with its pledge.</param>
/// <param name="Organisations">How many organisations there are.</param>
internal sealed record PeerSector(int Events = 20_000, int Organisations = 100_000)
{
    private const int Guiding = 2_000;
    private const int ClaimsADocument = 100;

    /// <summary>The relations: type, how many each event or pledge has, and from which organisations.</summary>
    public int Claims => Events * (3 + 3 + 1 + 20);

    public static string Event(int number) => Id("event:ev", number);

    public static string Pledge(int number) => Id("pledge:pl", number);

    public static string Organisation(int number) => Id("org:org", number);

    public static string EventName(int number) => Text($"第{number}届网络视听责任论坛");

    public static string PledgeName(int number) => Text($"第{number}号行业自律倡议");

    public static string OrganisationName(int number) => Text($"中国第{number}号视听公司");

    public static string Date(int number) => Text($"20{10 + (number % 15):00}-{1 + (number % 12):00}-{1 + (number % 28):00}");

    /// <summary>The numbers of the organisations that guided an event.</summary>
    public IReadOnlyList<int> Guides(int number) => Distinct(number, 1, 3, Math.Min(Guiding, Organisations));

    /// <summary>The numbers of the organisations that hosted an event.</summary>
    public IReadOnlyList<int> Hosts(int number) => Distinct(number, 2, 3, Organisations);

    /// <summary>The numbers of the organisations that signed a pledge.</summary>
    public IReadOnlyList<int> Signatories(int number) => Distinct(number, 3, 20, Organisations);

    /// <summary>The changes that bring it to a store.</summary>
    public IEnumerable<Change> Changes()
    {
        for (var i = 0; i < Organisations; i++) yield return Entity(Organisation(i), "ORGANISATION", OrganisationName(i), null);
        for (var i = 0; i < Events; i++) yield return Entity(Event(i), "EVENT", EventName(i), PartialDate.Of(Date(i)));
        for (var i = 0; i < Events; i++) yield return Entity(Pledge(i), "PLEDGE", PledgeName(i), null);
        for (var i = 0; i <= Claims / ClaimsADocument; i++) yield return Entity(Document(i), "DOCUMENT", Text($"第{i}号报道（虚构）"), null);
        var rank = 0;
        foreach (var (type, subject, target, day) in Relations())
        {
            var claim = new Claim(ClaimKind.Relation, type, new EntityId(subject), new EntityId(target), Qualifiers.None, null);
            var span = new Span(rank % ClaimsADocument * 4, (rank % ClaimsADocument * 4) + 2);
            yield return new Change.ClaimAdded(claim, new ClaimOrder(day, day, rank));
            yield return new Change.EvidenceAdded(claim.Id, new Evidence(new EntityId(Document(rank++ / ClaimsADocument)), "参与", span, Grade.Verbatim, null, null));
        }
    }

    private IEnumerable<(string Type, string Subject, string Object, int? Day)> Relations()
    {
        for (var i = 0; i < Events; i++)
        {
            var day = PartialDate.Of(Date(i)).Earliest?.DayNumber;
            foreach (var guide in Guides(i)) yield return ("GUIDED", Organisation(guide), Event(i), day);
            foreach (var host in Hosts(i)) yield return ("HOSTED", Organisation(host), Event(i), day);
            yield return ("RELEASED_AT", Pledge(i), Event(i), day);
            foreach (var signatory in Signatories(i)) yield return ("SIGNED", Organisation(signatory), Pledge(i), null);
        }
    }

    private static List<int> Distinct(int number, int salt, int count, int among)
    {
        var random = new Random((number * 4) + salt);
        var chosen = new List<int>(count);
        while (chosen.Count < count)
        {
            var next = random.Next(among);
            if (!chosen.Contains(next)) chosen.Add(next);
        }

        return chosen;
    }

    private static Change.EntityAdded Entity(string id, string kind, string name, PartialDate? date) => new(
        new Entity(new EntityId(id), kind, null, [new Name(name, "zh-Hans", "FULL", true, null, null)], [], Qualifiers.None, date));

    private static string Document(int number) => Id("made", number);

    private static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
