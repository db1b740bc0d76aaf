using System.Globalization;
using CsrGraph.Generation.Words;
using CsrGraph.Model;
using CsrGraph.Store;
using CsrGraph.Vocabulary;

namespace CsrGraph.Generation;

/// <summary>
/// One event that very many organisations attended, beside ordinary ones, so that a page of its relations can be held against theirs. Everything
/// follows from numbers, and is made while it is read.
/// </summary>
/// <param name="Attended">How many organisations attended the hub, which is the event 0.</param>
/// <param name="Others">How many ordinary events there are, each attended by ten.</param>
public sealed record HubSector(int Attended = 500_000, int Others = 99)
{
    private const int OfAnOther = 10;
    private const int ClaimsADocument = 100;
    private const string Attendance = "ATTENDED";
    private const string Day = "2024-06-01";

    /// <summary>How many claims there are.</summary>
    public int Claims => Attended + (Others * OfAnOther);

    /// <summary>The id of an event.</summary>
    public static EntityId Event(int number) => Id("event:hub-", number);

    /// <summary>The id of an organisation; there are as many as attended the hub, and ten at least.</summary>
    public static EntityId Organisation(int number) => Id("org:hub-", number);

    /// <summary>The changes that bring it: entities, then each claim directly followed by its evidence, the hub's first.</summary>
    public IEnumerable<Change> Changes()
    {
        var organisations = Math.Max(Attended, OfAnOther);
        for (var i = 0; i < organisations; i++) yield return Added(Organisation(i), "ORGANISATION", Name(i), "COMPANY", null);
        for (var i = 0; i <= Others; i++) yield return Added(Event(i), "EVENT", Invariant($"第{i}号论坛"), null, PartialDate.Of(Day));
        for (var i = 0; i <= Claims / ClaimsADocument; i++) yield return Document(i);
        for (var i = 0; i < Claims; i++)
        {
            var other = (i - Attended) / OfAnOther;
            var (organisation, at) = i < Attended ? (i, 0) : ((i - Attended) % organisations, 1 + other);
            var claim = new Claim(ClaimKind.Relation, Attendance, Organisation(organisation), Event(at), Qualifiers.None, null);
            var start = i % ClaimsADocument * Evidence.MaxQuote;
            var name = Name(organisation);
            yield return new Change.ClaimAdded(claim, new ClaimOrder(PartialDate.Of(Day).Earliest!.Value.DayNumber, null, start));
            var span = new Span(start, start + name.Length);
            yield return new Change.EvidenceAdded(claim.Id, new Evidence(DocumentId(i / ClaimsADocument), name, span, Grade.Verbatim, null, null));
        }
    }

    private static string Name(int organisation) => Invariant($"第{organisation}号公司");

    private static Change.EntityAdded Added(EntityId id, string kind, string name, string? category, PartialDate? date) =>
        new(new Entity(id, kind, category, [new Name(name, "zh-Hans", "FULL", true, null, null)], [], Qualifiers.None, date));

    private static Change.EntityAdded Document(int number)
    {
        var properties = Qualifiers.Of((DocumentProperty.Language, "zh-Hans"), (DocumentProperty.Licence, StoryWords.Licence));
        var name = new Name(Invariant($"{StoryWords.MadeUp}:第{number}号名单"), "zh-Hans", "FULL", true, null, null);
        return new Change.EntityAdded(new Entity(DocumentId(number), KindDefinition.Document, null, [name], [], properties, null));
    }

    private static EntityId DocumentId(int number) => Id("hub-", number);

    private static EntityId Id(string prefix, int number) => new(Invariant($"{prefix}{number}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
