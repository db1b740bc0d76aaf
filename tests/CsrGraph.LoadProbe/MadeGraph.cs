using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Store;

namespace CsrGraph.LoadProbe;

/// <summary>A graph of any size whose every claim follows from its number; the same numbers give the same graph.</summary>
/// <param name="claims">How many claims it has.</param>
/// <param name="name">A part of every id, so that two graphs have nothing in common.</param>
public sealed class MadeGraph(int claims, string name = "made")
{
    /// <summary>The relation that every claim is of.</summary>
    public const string Type = "ATTENDED";

    private const int ClaimsADocument = 100;
    private const int ClaimsALateWord = 10;

    /// <summary>How many organisations there are.</summary>
    public int Organisations => Math.Max(10, claims / 20);

    /// <summary>How many events there are; the first is a hub that every fifth claim speaks of.</summary>
    public int Events => Math.Max(10, claims / 100);

    /// <summary>The id of an organisation.</summary>
    public string Organisation(int number) => string.Create(CultureInfo.InvariantCulture, $"org:{name}-{number}");

    /// <summary>The id of an event.</summary>
    public string Event(int number) => string.Create(CultureInfo.InvariantCulture, $"event:{name}-{number}");

    /// <summary>The id of a document.</summary>
    public string Document(int number) => string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");

    /// <summary>The changes that bring it, made while they are read. Words follow their claim; those of each tenth one come after all claims.</summary>
    public IEnumerable<Change> Changes()
    {
        for (var i = 0; i < Organisations; i++) yield return Entity(Organisation(i), "ORGANISATION", $"中国第{i}号协会");
        for (var i = 0; i < Events; i++) yield return Entity(Event(i), "EVENT", $"第{i}届论坛");
        for (var i = 0; i <= claims / ClaimsADocument; i++) yield return Entity(Document(i), "DOCUMENT", $"第{i}号文件");
        for (var i = 0; i < claims; i++)
        {
            var claim = Claim(i);
            yield return new Change.ClaimAdded(claim, new ClaimOrder(730_000 + (i % 9_000), null, i));
            if (i % ClaimsALateWord != 0) yield return new Change.EvidenceAdded(claim.Id, Evidence(i));
        }

        for (var i = 0; i < claims; i += ClaimsALateWord) yield return new Change.EvidenceAdded(Claim(i).Id, Evidence(i));
    }

    /// <summary>The changes that take its claims back.</summary>
    public IEnumerable<Change> Retractions()
    {
        for (var i = 0; i < claims; i++) yield return new Change.EvidenceRetracted(Claim(i).Id, Evidence(i));
        for (var i = 0; i < claims; i++) yield return new Change.ClaimRetracted(Claim(i));
    }

    /// <summary>A claim by its number.</summary>
    public Claim Claim(int number) => new(
        ClaimKind.Relation,
        Type,
        new EntityId(Organisation(number % Organisations)),
        new EntityId(Event(number % 5 == 0 ? 0 : number / 7 % Events)),
        Qualifiers.Of(("title", string.Create(CultureInfo.InvariantCulture, $"第{number}位"))),
        null);

    private static Change.EntityAdded Entity(string id, string kind, string text) => new(
        new Entity(new EntityId(id), kind, null, [new Name(text, "zh-Hans", "FULL", true, null, null)], [], Qualifiers.None, null));

    private Evidence Evidence(int number) => new(
        new EntityId(Document(number / ClaimsADocument)), "出席", new Span(number % ClaimsADocument * 3, (number % ClaimsADocument * 3) + 2), Grade.Verbatim, null, null);
}
