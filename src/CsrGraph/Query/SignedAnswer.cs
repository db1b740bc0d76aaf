using CsrGraph.Model;

namespace CsrGraph.Query;

/// <summary>Whether somebody signed.</summary>
public enum SignedVerdict
{
    /// <summary>A claim says so.</summary>
    Yes,

    /// <summary>All who signed are named, and this one is not among them.</summary>
    No,

    /// <summary>The sources leave it open.</summary>
    Unknown,
}

/// <summary>A roster with the number of its members that are named.</summary>
public sealed record CountedRoster(Claim Claim, long Named)
{
    /// <summary>The roster as a value.</summary>
    public Roster Roster { get; } = Roster.Of(Claim);

    /// <summary>True where its words name all its members, and as many as they state.</summary>
    public bool NamesAll => Roster.Closure == "CLOSED" && (Roster.Stated is not { } stated || stated.Min <= Named);
}

/// <summary>The answer to "did they sign?", with its reason and the claims that bear it.</summary>
/// <param name="Verdict">YES only where a claim says so, NO only where all who signed are named.</param>
/// <param name="Because">One sentence; it names the roster where the answer rests on one.</param>
/// <param name="Bearers">The claims whose evidence bears the answer: the signatures, else the rosters.</param>
public sealed record SignedAnswer(SignedVerdict Verdict, string Because, IReadOnlyList<Claim> Bearers)
{
    /// <summary>The relation type whose rosters decide.</summary>
    public const string Role = "SIGNED";

    /// <summary>Decides.</summary>
    /// <param name="agent">What the agent is called.</param>
    /// <param name="pledge">What the pledge is called.</param>
    /// <param name="signatures">The standing claims that the agent signed the pledge.</param>
    /// <param name="rosters">The pledge's rosters, of every role.</param>
    /// <param name="language">The sentence's language.</param>
    /// <param name="roleName">What a role is called.</param>
    public static SignedAnswer Of(
        string agent,
        string pledge,
        IReadOnlyList<Claim> signatures,
        IReadOnlyList<CountedRoster> rosters,
        Tongue language,
        Func<string, string> roleName)
    {
        var en = language == Tongue.En;
        var certain = signatures.Where(c => c.Qualifiers[QualifierName.Certainty] != "UNCERTAIN").ToList();
        if (certain.Count > 0) return new(SignedVerdict.Yes, en ? $"{agent} is named as a signatory of {pledge}" : $"{agent}是{pledge}的具名签署方", certain);
        if (signatures.Count > 0)
        {
            return new(SignedVerdict.Unknown, en ? $"the text leaves open whether {agent} signed {pledge}" : $"原文未明确{agent}是否签署{pledge}", signatures);
        }

        var own = rosters.Where(r => r.Roster.Role == Role).ToList();
        if (own.Count == 0) return new(SignedVerdict.Unknown, WithoutRoster(pledge, rosters, en, roleName), [.. rosters.Select(r => r.Claim)]);
        if (own.FirstOrDefault(r => r.NamesAll) is { } closed)
        {
            var because = en
                ? $"the roster '{closed.Roster.Raw}' of {pledge} names all its {closed.Named} members, and {agent} is not among them"
                : $"{pledge}的名单“{closed.Roster.Raw}”列出了全部{closed.Named}名成员，其中没有{agent}";
            return new(SignedVerdict.No, because, [closed.Claim]);
        }

        var open = own.MaxBy(r => r.Named)!;
        return new(SignedVerdict.Unknown, Open(agent, pledge, open, en), [.. own.Select(r => r.Claim)]);
    }

    private static string WithoutRoster(string pledge, IReadOnlyList<CountedRoster> rosters, bool en, Func<string, string> roleName)
    {
        var others = string.Join(en ? ", " : "、", rosters.Select(r => $"'{r.Roster.Raw}' ({roleName(r.Roster.Role)})"));
        if (en) return $"no roster of signatories is recorded for {pledge}" + (others.Length == 0 ? "" : $"; what there is: {others}");
        return $"{pledge}没有签署方名单的记录" + (others.Length == 0 ? "" : $"；有的是：{others}");
    }

    private static string Open(string agent, string pledge, CountedRoster open, bool en)
    {
        var roster = open.Roster;
        var stated = roster.Stated is { } count ? en ? $"states {Count(count, en)} and " : $"称{Count(count, en)}，" : "";
        var unnamed = roster.Unnamed((int)open.Named);
        if (en)
        {
            var rest = unnamed is > 0 ? $"; {agent} may be one of the {unnamed} unnamed" : $"; {agent} may be among the unnamed";
            return $"the roster '{roster.Raw}' of {pledge} {stated}names {open.Named}{rest}";
        }

        return $"{pledge}的名单“{roster.Raw}”{stated}具名{open.Named}；{agent}可能在未具名者之中";
    }

    private static string Count(StatedCount count, bool en) =>
        count.Max == count.Min ? $"{count.Min}" : count.Max is { } max ? $"{count.Min}-{max}" : en ? $"{count.Min} or more" : $"{count.Min}以上";
}
