using CsrGraph.Vocabulary;

namespace CsrGraph.Query.Projecting;

/// <summary>A roster that does not name all who took part: whoever is missing is missing from a projection too, with every pair.</summary>
public sealed record PartialRoster(CountedRoster Counted)
{
    private const string Firms = "家";

    private static readonly string[] People = ["人", "名", "位"];

    /// <summary>The initiative's id.</summary>
    public string Initiative => Counted.Roster.Initiative.Value;

    /// <summary>The least number that its words state; null where none.</summary>
    public int? Stated => Counted.Roster.Stated?.Min;

    /// <summary>How many it names.</summary>
    public int Named => (int)Counted.Named;

    /// <summary>How many are missing at least; 0 where that is not stated.</summary>
    public int Missing => Math.Max(0, (Stated ?? 0) - Named);

    /// <summary>How many pairs are missing: those with a missing member, were all in the projection.</summary>
    public long MissingPairs => Pairs(Named + Missing) - Pairs(Named);

    /// <summary>What it means for a projection, in a sentence without a full stop.</summary>
    /// <param name="role">The relation type whose members it counts.</param>
    /// <param name="tongue">The language.</param>
    public string Sentence(RelationType role, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(role);
        return tongue == Tongue.Zh ? Zh(role) : En(role);
    }

    private static long Pairs(long members) => members * (members - 1) / 2;

    private bool IsOpen => Counted.Roster.Stated is not { } stated || stated.Max != stated.Min;

    private string En(RelationType role)
    {
        if (Stated is not { } stated) return $"it is not stated how many {role.Label.En}, and {Named} are named: whoever else did is missing here with all pairs";
        var noun = Counted.Roster.Unit == Firms ? "firms" : People.Contains(Counted.Roster.Unit) ? "people" : "members";
        return IsOpen
            ? $"{stated} or more {role.Label.En}, {Named} named: {Missing} {noun} or more and {MissingPairs} pairs or more are missing here"
            : $"{stated} {role.Label.En}, {Named} named: {Missing} {noun} and up to {MissingPairs} pairs are missing here";
    }

    private string Zh(RelationType role)
    {
        var unit = Counted.Roster.Unit;
        if (Stated is not { } stated) return $"{role.Label.Zh}者数目未载，具名{Named}{unit}：其余者及其全部配对不在此处";
        return IsOpen
            ? $"{role.Label.Zh}者{stated}{unit}以上，具名{Named}{unit}：此处至少缺{Missing}{unit}、{MissingPairs}对"
            : $"{role.Label.Zh}者{stated}{unit}，具名{Named}{unit}：此处缺{Missing}{unit}，至多{MissingPairs}对";
    }
}
