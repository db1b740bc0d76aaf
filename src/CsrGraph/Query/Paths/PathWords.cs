using System.Globalization;
using CsrGraph.Model;

namespace CsrGraph.Query.Paths;

/// <summary>Says paths, and why they are as they are, in words.</summary>
public sealed class PathWords(ClaimSentences sentences)
{
    /// <summary>A path as a chain of sentences without a full stop; where it has no relation, the name of its only entity.</summary>
    public string Say(FoundPath path, PathAnswer answer, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(answer);
        if (path.Hops.Count == 0) return answer.From.Name;
        return string.Join(tongue == Tongue.Zh ? "；" : "; ", path.Hops.Select(h => sentences.Say(h.Claim, id => NameOf(id, answer), tongue)));
    }

    /// <summary>Why the answer is as it is: one sentence without a full stop.</summary>
    public static string Because(PathAnswer answer, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var en = tongue == Tongue.En;
        var (from, to) = (answer.From.Name, answer.To.Name);
        var only = answer.Question.RelationTypes is { } types ? string.Join(en ? ", " : "、", types) : null;
        if (answer.Length == 0) return en ? $"both ends are {from}" : $"两端都是{from}";
        var found = (answer.Length, en) switch
        {
            (null, true) => $"no path of at most {Relations(answer.Question.MaxLength)} leads from {from} to {to}{(only is null ? "" : $" by {only}")}",
            (null, false) => $"从{from}到{to}没有{answer.Question.MaxLength}步以内的路径{(only is null ? "" : $"（仅限{only}）")}",
            ({ } length, true) => $"{from} and {to} are {Relations(length)} apart, in {Count(answer.Count, "way")}{(only is null ? "" : $" by {only}")}",
            ({ } length, false) => $"{from}与{to}相距{length}步，共有{Number(answer.Count)}条路径{(only is null ? "" : $"（仅限{only}）")}",
        };
        return found + Hubs(answer, en);
    }

    private static string Hubs(PathAnswer answer, bool en)
    {
        if (answer.NotEnteredCount == 0) return "";
        var (count, limit) = (answer.NotEnteredCount, answer.Question.HubLimit);
        if (!en) return $"；有{Number(count)}个实体的关系多于{limit}，没有从中穿过";
        return count == 1
            ? $"; 1 entity with more than {Relations(limit)} was reached and not walked through"
            : $"; {Number(count)} entities with more than {Relations(limit)} were reached and not walked through";
    }

    private static string NameOf(EntityId id, PathAnswer answer) => answer.Names.GetValueOrDefault(id.Value, id.Value);

    private static string Relations(int number) => Count(number, "relation");

    private static string Count(long number, string what) => number == 1 ? $"1 {what}" : $"{Number(number)} {what}s";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
